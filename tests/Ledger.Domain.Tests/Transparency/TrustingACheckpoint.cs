using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Domain.Tests.Transparency;

public class TrustingACheckpoint
{
    private static readonly NoteSigner Log = PretendKey.Of("log");
    private static readonly NoteSigner OldLog = PretendKey.Of("log", seed: "old");
    private static readonly NoteSigner[] Witnesses = [.. Enumerable.Range(1, 4).Select(n => PretendKey.Of($"w{n}", NoteKeyKind.Witness))];
    private static readonly Checkpoint Three = new("log", 3, MerkleTree.LeafHash([3]));
    private static readonly Instant Noon = Instant.FromUtc(2024, 1, 2, 12, 0);

    private static string Policy(string quorum) => $"""
        # The audit office and two zones.
        log {Log.Key}
        witness audit {Witnesses[0].Key} https://audit.example/
        witness a {Witnesses[1].Key}
        witness b {Witnesses[2].Key}
        witness c {Witnesses[3].Key}

        {quorum}

        """;

    [Fact]
    public void Any_key_of_the_log_that_is_known_will_do_and_unknown_ones_are_passed_over()
    {
        var note = Note(Log.Under(Three.Text), OldLog.Under(Three.Text));
        foreach (var known in new[] { Log, OldLog })
            Check(note, TrustPolicy.Of(known.Key)).ShouldBe(CheckpointVerdict.Holds);
        Check(Note(Log.Under(Three.Text)), TrustPolicy.Of(OldLog.Key)).ShouldBe(CheckpointVerdict.NotSigned);
        Check(note, TrustPolicy.Of(PretendKey.Of("another").Key)).ShouldBe(CheckpointVerdict.LogUnknown);
    }

    [Fact]
    public void A_line_of_a_known_key_that_is_not_its_signature_spoils_the_note()
    {
        Check(Note(Log.Under("log\n4\n"), OldLog.Under(Three.Text)), TrustPolicy.Of(Log.Key, OldLog.Key)).ShouldBe(CheckpointVerdict.SignatureWrong);
        var policy = Read("quorum none");
        Check(Note(Log.Under(Three.Text), Witnesses[0].Under("log\n4\n", Noon)), policy).ShouldBe(CheckpointVerdict.CosignatureWrong);
        Check(new SignedNote("no checkpoint\n", [Log.Under("no checkpoint\n")]), policy).ShouldBe(CheckpointVerdict.Malformed);
    }

    [Theory]
    [InlineData("quorum none", "", true)]
    [InlineData("quorum audit", "", false)]
    [InlineData("quorum audit", "audit", true)]
    [InlineData("quorum audit", "a b c", false)]
    [InlineData("group two 2 audit a b\nquorum two", "audit", false)]
    [InlineData("group two 2 audit a b\nquorum two", "audit c", false)]
    [InlineData("group two 2 audit a b\nquorum two", "audit b", true)]
    [InlineData("group zones any a b c\ngroup all all audit zones\nquorum all", "audit", false)]
    [InlineData("group zones any a b c\ngroup all all audit zones\nquorum all", "a b c", false)]
    [InlineData("group zones any a b c\ngroup all all audit zones\nquorum all", "audit c", true)]
    public void So_many_witnesses_have_to_agree(string quorum, string agreeing, bool isEnough)
    {
        string[] names = ["audit", "a", "b", "c"];
        var signed = Witnesses.Where((_, index) => agreeing.Split(' ').Contains(names[index])).Select(witness => witness.Under(Three.Text, Noon));
        Check(Note([Log.Under(Three.Text), .. signed]), Read(quorum))
            .ShouldBe(isEnough ? CheckpointVerdict.Holds : CheckpointVerdict.WitnessesMissing);
    }

    [Fact]
    public void A_witness_counts_once_and_with_its_latest_word()
    {
        var note = Note(Log.Under(Three.Text), Witnesses[0].Under(Three.Text, Noon), Witnesses[0].Under(Three.Text, Noon + Duration.FromHours(1)));
        var found = CheckpointCheck.Of(note, Read("group two 2 audit a\nquorum two"), PretendKey.Check);
        found.Verdict.ShouldBe(CheckpointVerdict.WitnessesMissing);
        found.Cosignatures.ShouldBe([new Cosignature(Witnesses[0].Key, Noon + Duration.FromHours(1))]);
    }

    [Theory]
    [InlineData("", "There is no quorum line.")]
    [InlineData("quorum nobody", "Line 8: nobody is neither a witness nor a group above.")]
    [InlineData("quorum none\nquorum audit", "Line 9: there is a quorum already.")]
    [InlineData("group g 3 a b\nquorum g", "Line 8: of 2 members there cannot be 3.")]
    [InlineData("group g 0 a b\nquorum g", "Line 8: of 2 members there cannot be 0.")]
    [InlineData("group g 1 a a\nquorum g", "Line 8: a member stands there twice.")]
    [InlineData("group g 1 a b\ngroup h 1 b c\nquorum g", "Line 9: b is a member of another group.")]
    [InlineData("group a 1 b\nquorum a", "Line 8: a is taken already.")]
    [InlineData("group g any\nquorum none", "Line 8: this is no line of a policy.")]
    [InlineData("witness d d+00000000+AAAA\nquorum none", "Line 8: this is no key of a witness.")]
    [InlineData("witness d d+00000000+AAAA audit.example\nquorum none", "Line 8: audit.example is no address of a witness.")]
    [InlineData("permit everybody\nquorum none", "Line 8: this is no line of a policy.")]
    public void What_is_wrong_with_a_policy_is_said_by_line(string lines, string complaint)
    {
        TrustPolicy.TryParse(Policy(lines), out _, out var said).ShouldBeFalse();
        said.ShouldBe(complaint);
    }

    [Fact]
    public void A_witness_may_have_an_address()
    {
        var policy = Read("quorum audit").For();
        policy.AddressOf(Witnesses[0].Key).ShouldBe(new Uri("https://audit.example/"));
        policy.AddressOf(Witnesses[1].Key).ShouldBeNull();
        (policy.NeedsWitnesses, Read("quorum none").NeedsWitnesses).ShouldBe((true, false));
    }

    [Fact]
    public void The_same_key_is_no_second_witness()
    {
        var again = Witnesses[0].Key with { Name = "another" };
        TrustPolicy.TryParse(Policy($"witness again {again}\nquorum none"), out _, out var said).ShouldBeFalse();
        said.ShouldBe("Line 8: this witness's key stands above already.");
    }

    private static TrustPolicy Read(string quorum)
    {
        TrustPolicy.TryParse(Policy(quorum), out var policy, out var complaint).ShouldBeTrue(complaint);
        return policy!;
    }

    private static SignedNote Note(params IReadOnlyList<NoteSignature> signatures) => new(Three.Text, signatures);

    private static CheckpointVerdict Check(SignedNote note, TrustPolicy policy) => CheckpointCheck.Of(note, policy, PretendKey.Check).Verdict;
}
