using Ledger.Domain.Transparency;

namespace Ledger.Domain.Tests.Transparency;

public class WitnessingALog
{
    private static readonly NoteSigner Log = PretendKey.Of("log");
    private static readonly Witness Witness = new([Log.Key]);
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 9).Select(number => MerkleTree.LeafHash([(byte)number]))];
    private static readonly byte[][] Forked = [.. Leaves.Select((leaf, index) => index == 4 ? MerkleTree.LeafHash("another"u8) : leaf)];

    [Fact]
    public void Cosigns_a_log_that_grows_or_stays()
    {
        Look(null, Ask(0, 5)).ShouldBe(WitnessVerdict.Grown);
        Look(At(5), Ask(5, 8)).ShouldBe(WitnessVerdict.Grown);
        Look(At(8), Ask(8, 8)).ShouldBe(WitnessVerdict.Grown);
    }

    [Fact]
    public void Refuses_a_log_that_shrank() => Look(At(8), Ask(5, 5)).ShouldBe(WitnessVerdict.Shrunk);

    [Fact]
    public void Refuses_another_history_of_the_same_size() => Look(At(8), Ask(8, 8, Forked)).ShouldBe(WitnessVerdict.Forked);

    [Fact]
    public void Refuses_another_history_that_has_grown() => Look(At(5), Ask(5, 8, Forked)).ShouldBe(WitnessVerdict.ProofWrong);

    [Fact]
    public void Sees_that_another_history_agrees_up_to_where_it_parts() => Look(At(4), Ask(4, 8, Forked)).ShouldBe(WitnessVerdict.Grown);

    [Fact]
    public void Refuses_what_does_not_start_from_what_it_saw()
    {
        Look(At(5), Ask(4, 8)).ShouldBe(WitnessVerdict.OldSizeWrong);
        Look(null, Ask(4, 8)).ShouldBe(WitnessVerdict.OldSizeWrong);
        Look(At(5), Ask(0, 8)).ShouldBe(WitnessVerdict.OldSizeWrong);
        Look(At(5), Ask(5, 8) with { OldSize = 9 }).ShouldBe(WitnessVerdict.Malformed);
        Look(null, Ask(0, 8) with { Proof = [Leaves[0]] }).ShouldBe(WitnessVerdict.ProofWrong);
        Look(null, Empty(MerkleTree.EmptyRoot)).ShouldBe(WitnessVerdict.Grown);
        Look(null, Empty(Leaves[0])).ShouldBe(WitnessVerdict.ProofWrong);
    }

    [Fact]
    public void Looks_at_no_log_it_does_not_know()
    {
        Look(null, Ask(0, 5, by: PretendKey.Of("another"))).ShouldBe(WitnessVerdict.LogUnknown);
        Look(null, Ask(0, 5, by: PretendKey.Of("log", seed: "stolen"))).ShouldBe(WitnessVerdict.NotSigned);
        var request = Ask(0, 5);
        Look(null, request with { Checkpoint = request.Checkpoint with { Text = At(6).Text } }).ShouldBe(WitnessVerdict.NotSigned);
        Look(null, request with { Checkpoint = request.Checkpoint with { Text = "text\n" } }).ShouldBe(WitnessVerdict.Malformed);
    }

    [Fact]
    public void A_request_is_read_and_written_alike()
    {
        foreach (var request in new[] { Ask(0, 5), Ask(3, 8) })
        {
            var text = request.ToString();
            WitnessRequest.TryParse(text, out var read).ShouldBeTrue();
            read!.ToString().ShouldBe(text);
            WitnessRequest.TryParse(text.Replace("old ", "old 0", StringComparison.Ordinal), out _).ShouldBeFalse();
            WitnessRequest.TryParse(text.Replace("old ", "", StringComparison.Ordinal), out _).ShouldBeFalse();
        }

        var hash = $"{Convert.ToBase64String(Leaves[0])}\n";
        var longest = Ask(0, 5).ToString().Replace("old 0\n", "old 0\n" + string.Concat(Enumerable.Repeat(hash, 63)), StringComparison.Ordinal);
        WitnessRequest.TryParse(longest, out _).ShouldBeTrue();
        WitnessRequest.TryParse(longest.Replace("old 0\n", $"old 0\n{hash}", StringComparison.Ordinal), out _).ShouldBeFalse();
    }

    private static WitnessRequest Empty(byte[] root)
    {
        var text = new Checkpoint("log", 0, root).Text;
        return new(0, [], new SignedNote(text, [Log.Under(text)]));
    }

    private static WitnessVerdict Look(Checkpoint? seen, WitnessRequest request) => Witness.Look(request, _ => seen, PretendKey.Check).Verdict;

    private static Checkpoint At(int size, byte[][]? leaves = null, string origin = "log") => new(origin, size, MerkleTree.Root((leaves ?? Leaves).AsSpan(0, size)));

    private static WitnessRequest Ask(int old, int size, byte[][]? leaves = null, NoteSigner? by = null)
    {
        var signer = by ?? Log;
        var checkpoint = At(size, leaves, signer.Key.Name);
        return new WitnessRequest(
            old,
            ConsistencyProof.Make(old, size, node => MerkleTree.Root((leaves ?? Leaves).AsSpan((int)(node.Index << node.Level), 1 << node.Level))),
            new SignedNote(checkpoint.Text, [signer.Under(checkpoint.Text)]));
    }
}
