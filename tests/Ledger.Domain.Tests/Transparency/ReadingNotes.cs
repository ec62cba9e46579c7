using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Domain.Tests.Transparency;

public class ReadingNotes
{
    // The example of C2SP tlog-cosignature.
    private const string Cosigned = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

        """;

    [Fact]
    public void A_note_is_read_and_written_alike()
    {
        SignedNote.TryParse(Cosigned, out var note).ShouldBeTrue();
        note!.ToString().ShouldBe(Cosigned);
        note.Signatures.Select(signature => signature.KeyId).ShouldBe([0x033de0ae, 0x8d66cf3fu]);
        Checkpoint.TryParse(note.Text, out var checkpoint).ShouldBeTrue();
        (checkpoint!.Origin, checkpoint.Size).ShouldBe(("example.com/behind-the-sofa", 20852163));
        checkpoint.Text.ShouldBe(note.Text);
    }

    [Fact]
    public void The_text_may_hold_empty_lines()
    {
        SignedNote.TryParse("one\n\ntwo\n\n— a AAAAAQI=\n", out var note).ShouldBeTrue();
        note!.Text.ShouldBe("one\n\ntwo\n");
        note.Signatures.Single().Value.ShouldBe([2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— a AAAAAQI=")]
    [InlineData("text\n— a AAAAAQI=\n")]
    [InlineData("text\n\n- a AAAAAQI=\n")]
    [InlineData("text\n\n—  AAAAAQI=\n")]
    [InlineData("text\n\n— a b AAAAAQI=\n")]
    [InlineData("text\n\n— a+b AAAAAQI=\n")]
    [InlineData("text\n\n— a\u3000b AAAAAQI=\n")]
    [InlineData("text\n\n— a AAAAAQI\n")]
    [InlineData("text\n\n— a AAAAAQJ=\n")]
    [InlineData("text\n\n— a AAAA AQI=\n")]
    [InlineData("text\n\n— a AAAAAQ==\n")]
    [InlineData("text\r\n\r\n— a AAAAAQI=\r\n")]
    [InlineData("te\txt\n\n— a AAAAAQI=\n")]
    [InlineData("text\n\n— a AAAAAQI=\n\n")]
    public void Another_spelling_is_no_note(string note) => SignedNote.TryParse(note, out _).ShouldBeFalse();

    [Fact]
    public void What_is_not_utf8_or_has_too_many_signatures_is_no_note()
    {
        SignedNote.TryParse("te\u00e9xt\n\n— a AAAAAQI=\n"u8, out _).ShouldBeTrue();
        SignedNote.TryParse([0xe9, .. "\n\n— a AAAAAQI=\n"u8], out _).ShouldBeFalse();
        SignedNote.TryParse("text\n\n" + string.Concat(Enumerable.Repeat("— a AAAAAQI=\n", SignedNote.MostSignatures)), out _).ShouldBeTrue();
        SignedNote.TryParse("text\n\n" + string.Concat(Enumerable.Repeat("— a AAAAAQI=\n", SignedNote.MostSignatures + 1)), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("log\n1\n{0}", true)]
    [InlineData("log\n0\n{0}", true)]
    [InlineData("log\n1\n{0}more\n", true)]
    [InlineData("\n1\n{0}", false)]
    [InlineData("log\n01\n{0}", false)]
    [InlineData("log\n+1\n{0}", false)]
    [InlineData("log\n-1\n{0}", false)]
    [InlineData("log\n1.0\n{0}", false)]
    [InlineData("log\n9223372036854775808\n{0}", false)]
    [InlineData("log\n1\n{0}\n", false)]
    [InlineData("log\n1\nAAAA\n", false)]
    [InlineData("log\n1\n", false)]
    public void A_checkpoint_has_one_spelling(string text, bool reads) =>
        Checkpoint.TryParse(text.Replace("{0}", "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", StringComparison.Ordinal), out _).ShouldBe(reads);

    [Fact]
    public void A_key_is_named_by_its_name_kind_and_bytes()
    {
        const string Text = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
        NoteKey.TryParse(Text, out var key).ShouldBeTrue();
        (key!.Name, key.Kind, key.Id).ShouldBe(("example.com/log/testdata", NoteKeyKind.Log, 0x33d7b496u));
        key.ToString().ShouldBe(Text);
        (key with { Kind = NoteKeyKind.Witness }).Id.ShouldNotBe(key.Id);
        SignedNote.TryParse(ReferenceLog.Text("log/checkpoint"), out var note).ShouldBeTrue();
        key.IsNamedBy(note!.Signatures.Single()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("example.com/log/testdata+33d7b497+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")]
    [InlineData("example.com/log/testdata+33D7B496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")]
    [InlineData("example.com/log/testdata2+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")]
    [InlineData("example.com/log/testdata+33d7b496+AuHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")]
    [InlineData("example.com/log/testdata+33d7b496+AeHTu4Q3")]
    public void Another_spelling_is_no_key(string? text) => NoteKey.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_proof_to_carry_away_is_read_and_written_alike()
    {
        SignedNote.TryParse(Cosigned, out var note).ShouldBeTrue();
        foreach (var proof in new[]
        {
            new TlogProof(73894, [MerkleTree.LeafHash([1]), MerkleTree.LeafHash([2])], note!),
            new TlogProof(0, [], note!, [1, 2, 3]),
        })
        {
            var text = proof.ToString();
            text.ShouldStartWith(proof.Extra is null ? "c2sp.org/tlog-proof@v1\nindex 73894\n" : "c2sp.org/tlog-proof@v1\nextra AQID\nindex 0\n\nexample.com");
            text.ShouldEndWith($"\n\n{Cosigned}");
            TlogProof.TryParse(text, out var read).ShouldBeTrue();
            read!.ToString().ShouldBe(text);
            TlogProof.TryParse(text.Replace("index", "Index", StringComparison.Ordinal), out _).ShouldBeFalse();
            TlogProof.TryParse(text.Replace("index ", "index 0", StringComparison.Ordinal), out _).ShouldBeFalse();
            TlogProof.TryParse($"{text}\n", out _).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("0", "000", 0, 0, 256)]
    [InlineData("0", "x001/x234/067", 0, 1234067, 256)]
    [InlineData("1", "273.p/112", 1, 273, 112)]
    [InlineData("7", "000.p/1", 7, 0, 1)]
    public void A_tile_has_one_path(string level, string path, int height, long index, int width)
    {
        Tile.TryParse(level, path, out var tile).ShouldBeTrue();
        tile.ShouldBe(new Tile(height, index, width));
        tile!.Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("00", "000")]
    [InlineData("8", "000")]
    [InlineData("64", "000")]
    [InlineData("-1", "000")]
    [InlineData("0", "")]
    [InlineData("0", "0")]
    [InlineData("0", "1000")]
    [InlineData("0", "001/000")]
    [InlineData("0", "x000/001")]
    [InlineData("0", "x001/x000")]
    [InlineData("0", "000.p/0")]
    [InlineData("0", "000.p/256")]
    [InlineData("0", "000.p/01")]
    [InlineData("0", "000.p")]
    [InlineData("0", "000/")]
    [InlineData("0", "x999/x999/x999/x999/x999/999")]
    [InlineData("7", "128")]
    public void Another_spelling_is_no_tile(string level, string path) => Tile.TryParse(level, path, out _).ShouldBeFalse();

    [Fact]
    public void A_tree_of_seventy_thousand_has_the_tiles_that_the_specification_counts()
    {
        new Tile(0, 272, 256).Entries.ShouldBe(273 * 256);
        new Tile(0, 273, 112).Entries.ShouldBe(70_000);
        new Tile(1, 1, 17).Entries.ShouldBe(273 * 256);
        new Tile(2, 0, 1).Entries.ShouldBe(65_536);
        new Tile(1, 1, 17).First.ShouldBe(new TreeNode(8, 256));
    }

    [Fact]
    public void A_cosignature_names_its_time()
    {
        var witness = PretendKey.Of("witness.example.com/w1", NoteKeyKind.Witness);
        var at = Instant.FromUtc(2023, 3, 20, 12, 25, 47);
        var signature = witness.Under("text\n", at);
        signature.Value[..8].ShouldBe([0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb]);
        Cosignature.Of(witness.Key, "text\n", signature, PretendKey.Check).ShouldBe(new Cosignature(witness.Key, at));
        Cosignature.Of(witness.Key, "other\n", signature, PretendKey.Check).ShouldBeNull();
        Cosignature.Of(witness.Key with { Kind = NoteKeyKind.Log }, "text\n", signature, PretendKey.Check).ShouldBeNull();
        Cosignature.Of(witness.Key, "text\n", signature with { Value = [.. signature.Value[..7], 0xcc, .. signature.Value[8..]] }, PretendKey.Check).ShouldBeNull();
    }
}
