using Ledger.Domain.Transparency;

namespace Ledger.Domain.Tests.Transparency;

public class CheckingProofsOfOthers
{
    public static TheoryData<string> Inclusions => [.. ReferenceLog.Cases("inclusion")];

    public static TheoryData<string> Consistencies => [.. ReferenceLog.Cases("consistency")];

    [Fact]
    public void There_are_all_196() => (Inclusions.Count + Consistencies.Count).ShouldBe(196);

    [Theory]
    [MemberData(nameof(Inclusions))]
    public void An_inclusion_gets_the_verdict_it_asks_for(string path)
    {
        var one = ReferenceLog.Json(path);
        var verdict = InclusionProof.Verify(
            // Some sizes are unsigned beyond what a log can count; as signed numbers they are as impossible.
            unchecked((long)one["leafIdx"]!.GetValue<ulong>()), unchecked((long)one["treeSize"]!.GetValue<ulong>()),
            one.Hash("leafHash"), one.Hashes("proof"), one.Hash("root"));

        (verdict == ProofVerdict.Holds).ShouldBe(!one["wantErr"]!.GetValue<bool>(), $"{path}: {verdict}");
    }

    [Theory]
    [MemberData(nameof(Consistencies))]
    public void A_consistency_gets_the_verdict_it_asks_for(string path)
    {
        var one = ReferenceLog.Json(path);
        var verdict = ConsistencyProof.Verify(
            unchecked((long)one["size1"]!.GetValue<ulong>()), one.Hash("root1"),
            unchecked((long)one["size2"]!.GetValue<ulong>()), one.Hash("root2"), one.Hashes("proof"));

        (verdict == ProofVerdict.Holds).ShouldBe(!one["wantErr"]!.GetValue<bool>(), $"{path}: {verdict}");
    }

    [Fact]
    public void The_reference_tree_has_its_root_at_every_size()
    {
        var tree = ReferenceLog.Json("rfc6962_reference_tree.json");
        byte[][] leaves = [.. tree["leaf_inputs_hex"]!.AsArray().Select(hex => MerkleTree.LeafHash(Convert.FromHexString(hex!.GetValue<string>())))];
        string[] roots = [.. tree["root_hash_by_tree_size_hex"]!.AsArray().Select(hex => hex!.GetValue<string>())];
        var range = CompactRange.Empty;
        for (var size = 0; size <= leaves.Length; size++)
        {
            Convert.ToHexStringLower(MerkleTree.Root(leaves.AsSpan(0, size))).ShouldBe(roots[size]);
            Convert.ToHexStringLower(range.Root()).ShouldBe(roots[size]);
            if (size < leaves.Length)
                range.Append(leaves[size]);
        }
    }

    [Fact]
    public void The_log_of_others_has_the_root_of_each_of_its_sixteen_checkpoints()
    {
        var bundle = ReferenceLog.Bytes("log/tile/entries/000.p/15");
        var leaves = new List<byte[]>();
        for (var at = 0; at < bundle.Length;)
        {
            var length = (bundle[at] << 8) | bundle[at + 1];
            leaves.Add(MerkleTree.LeafHash(bundle.AsSpan(at + 2, length)));
            at += 2 + length;
        }

        leaves.Count.ShouldBe(15);
        for (var size = 0; size <= leaves.Count; size++)
        {
            SignedNote.TryParse(ReferenceLog.Text($"log/checkpoint.{size}"), out var note).ShouldBeTrue();
            Checkpoint.TryParse(note!.Text, out var checkpoint).ShouldBeTrue();
            checkpoint!.Origin.ShouldBe("example.com/log/testdata");
            checkpoint.Size.ShouldBe(size);
            checkpoint.Root.ShouldBe(MerkleTree.Root(leaves.Take(size).ToArray()));
            if (size > 0)
                ReferenceLog.Bytes($"log/tile/0/{new Tile(0, 0, size).Path}").ShouldBe(leaves.Take(size).SelectMany(hash => hash).ToArray());
        }
    }
}
