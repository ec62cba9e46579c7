using System.Globalization;
using System.Text;
using Ledger.Domain.Transparency;

namespace Ledger.Domain.Tests.Transparency;

/// <summary>Random histories of a few streams, with a checkpoint at every size.</summary>
public class ProvingThatAHistoryIsComplete
{
    private const int Size = 60;

    private static readonly NoteSigner Log = PretendKey.Of("log.example");
    private static readonly TrustPolicy Trusted = TrustPolicy.Of(Log.Key);

    [Fact]
    public void Every_streams_history_between_any_two_checkpoints_is_proved()
    {
        foreach (var history in Histories())
        {
            for (var to = 1; to <= Size; to += 7)
            {
                foreach (var from in new int?[] { null, 1, to / 2, to }.Where(from => from is null or > 0))
                {
                    foreach (var stream in history.Streams.Append("never/seen"))
                    {
                        var check = Check(history.Prove(stream, from, to));
                        check.Verdict.ShouldBe(HistoryProofVerdict.Holds);
                        (check.LastVersion - check.FirstVersion + 1).ShouldBe(history.Entries.Take(to).Skip(from ?? 0).Count(entry => entry.Stream == stream));
                    }
                }
            }
        }
    }

    [Fact]
    public void An_event_that_is_left_leftis_missed_and_so_is_the_last_one()
    {
        foreach (var history in Histories())
        {
            foreach (var stream in history.Streams)
            {
                var proof = history.Prove(stream, from: 10, Size);
                for (var left = 0; left < proof.Entries.Count; left++)
                {
                    var first = Check(proof).FirstVersion;
                    var check = Check(proof with { Entries = [.. proof.Entries.Where((_, index) => index != left)] });
                    check.Verdict.ShouldBe(left == proof.Entries.Count - 1 ? HistoryProofVerdict.LastMissing : HistoryProofVerdict.VersionMissing);
                    check.Version.ShouldBe(first + left);
                }
            }
        }
    }

    [Fact]
    public void What_was_changed_is_not_in_the_log()
    {
        var history = Histories().First();
        var stream = history.Streams[0];
        var proof = history.Prove(stream, from: null, Size);
        var entry = proof.Entries[^1];
        Check(With(entry with { Text = $"{entry.Text}, changed" })).Verdict.ShouldBe(HistoryProofVerdict.EntryNotInLog);
        Check(With(entry with { Text = "nothing" })).Verdict.ShouldBe(HistoryProofVerdict.EntryUnreadable);
        Check(With(history.Prove(history.Streams[1], from: null, Size).Entries[^1])).Verdict.ShouldBe(HistoryProofVerdict.EntryOfAnotherStream);
        Check(proof with { Entries = [.. proof.Entries, entry with { Text = Text(new(stream, proof.Entries.Count + 1, Size - 1)) }] })
            .Verdict.ShouldBe(HistoryProofVerdict.VersionBeyondHead);

        HistoryProof With(ProvenEntry last) => proof with { Entries = [.. proof.Entries.SkipLast(1), last] };
    }

    [Fact]
    public void A_head_that_was_not_signed_proves_nothing()
    {
        var history = Histories().First();
        var stream = history.Streams[0];
        var (proof, shorter) = (history.Prove(stream, from: 20, Size), history.Prove(stream, from: 20, 40));
        var head = proof.To.Head.Found!;
        Check(proof with { To = proof.To with { Head = shorter.To.Head } }).Verdict.ShouldBe(HistoryProofVerdict.LaterHeadWrong);
        Check(proof with { To = proof.To with { Head = proof.To.Head with { Found = head with { Version = head.Version - 1 } } } })
            .Verdict.ShouldBe(HistoryProofVerdict.LaterHeadWrong);
        Check(proof with { From = proof.From! with { Head = proof.From.Head with { Found = null } } }).Verdict.ShouldBe(HistoryProofVerdict.EarlierHeadWrong);
        // The way of another stream ends elsewhere.
        Check(proof with { To = proof.To with { Head = history.Prove(history.Streams[1], 20, Size).To.Head } }).Verdict.ShouldBe(HistoryProofVerdict.LaterHeadWrong);
    }

    [Fact]
    public void Checkpoints_have_to_be_the_logs_and_to_speak_of_streams()
    {
        var (history, other) = (Histories().First(), Histories().Last());
        var stream = history.Streams[0];
        var (proof, foreign) = (history.Prove(stream, from: 20, Size), other.Prove(stream, from: 20, Size));
        Check(proof with { To = proof.To with { Checkpoint = Signed(proof.To.Checkpoint.Text, PretendKey.Of("log.example", seed: "another")) } })
            .Verdict.ShouldBe(HistoryProofVerdict.LaterCheckpointWrong);
        Check(proof with { From = proof.From! with { Checkpoint = Signed("nothing\n", Log) } }).Verdict.ShouldBe(HistoryProofVerdict.EarlierCheckpointWrong);
        Check(proof with { From = foreign.From }).Verdict.ShouldBe(HistoryProofVerdict.LogsDiffer);
        Check(proof with { From = proof.To, To = proof.From! }).Verdict.ShouldBe(HistoryProofVerdict.LogsDiffer);
        var old = proof.To.Checkpoint.Text[..proof.To.Checkpoint.Text.IndexOf("streams ", StringComparison.Ordinal)];
        Check(proof with { To = proof.To with { Checkpoint = Signed(old, Log) } }).Verdict.ShouldBe(HistoryProofVerdict.StreamsNotSigned);
    }

    [Fact]
    public void The_root_depends_on_the_heads_alone_and_a_change_reads_few_of_them()
    {
        StreamHead[] heads = [.. Enumerable.Range(0, 500).Select(number => new StreamHead($"stream/{number}", number + 1, number))];
        var (tree, other) = (new StreamTree(), new StreamTree());
        tree.Root().ShouldBe(MerkleTree.EmptyRoot);
        foreach (var head in heads)
            tree.Set(head);
        foreach (var head in heads.Reverse())
        {
            other.Set(head with { Version = 7 });
            other.Root();
            other.Set(head);
        }

        tree.Count.ShouldBe(500);
        other.Count.ShouldBe(500);
        other.Root().ShouldBe(tree.Root());
        tree.Prove("stream/3").Path.Count.ShouldBeLessThan(30);
        tree.Set(heads[3] with { Version = 9 });
        tree.Root().ShouldNotBe(other.Root());
    }

    [Theory]
    [InlineData("streams CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", true)]
    [InlineData("something else\nstreams CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", true)]
    [InlineData("streams CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nstreams CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", false)]
    [InlineData("streams CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n", false)]
    [InlineData("streams \n", false)]
    public void A_checkpoint_says_how_far_streams_had_come_once(string lines, bool reads)
    {
        Checkpoint.TryParse($"log.example\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n{lines}", out var checkpoint).ShouldBe(reads);
        (checkpoint?.Streams is not null).ShouldBe(reads);
    }

    private static HistoryProofCheck Check(HistoryProof proof) => proof.Check(Trusted, PretendKey.Check, Read);

    private static IEnumerable<History> Histories()
    {
        for (var seed = 1; seed <= 4; seed++)
            yield return History.Random(seed);
    }

    private static SignedNote Signed(string text, NoteSigner signer) => new(text, [signer.Under(text)]);

    private static string Text(StreamHead head) => $"{head.Stream} {head.Version} {head.Position}";

    private static StreamHead? Read(string text) => text.Split(',')[0].Split(' ') is [var stream, var version, var position]
        ? new(stream, long.Parse(version, CultureInfo.InvariantCulture), long.Parse(position, CultureInfo.InvariantCulture))
        : null;

    private sealed record History(IReadOnlyList<StreamHead> Entries)
    {
        public string[] Streams => [.. Entries.Select(entry => entry.Stream).Distinct()];

        public static History Random(int seed)
        {
#pragma warning disable CA5394 // The same histories every time.
            var random = new Random(seed);
            var versions = new Dictionary<string, long>();
            var entries = new List<StreamHead>();
            for (var position = 0; position < Size; position++)
            {
                var stream = $"stream/{random.Next(1 + (seed * 3))}";
                versions[stream] = versions.GetValueOrDefault(stream) + 1;
                entries.Add(new(stream, versions[stream], position));
            }
#pragma warning restore CA5394
            return new(entries);
        }

        public HistoryProof Prove(string stream, int? from, int to) => new(
            stream, from is { } start ? End(stream, start) : null, End(stream, to),
            from is { } old ? ConsistencyProof.Make(old, to, HashOf) : [],
            [
                .. Entries.Take(to).Skip(from ?? 0).Where(entry => entry.Stream == stream)
                    .Select(entry => new ProvenEntry(Text(entry), InclusionProof.Make(entry.Position, to, HashOf))),
            ]);

        private HistoryProofEnd End(string stream, int size)
        {
            var tree = new StreamTree();
            foreach (var entry in Entries.Take(size))
                tree.Set(entry);
            var text = new Checkpoint(Log.Key.Name, size, MerkleTree.Root(Leaves(0, size)), tree.Root()).Text;
            return new(Signed(text, Log), tree.Prove(stream));
        }

        private byte[] HashOf(TreeNode node) => MerkleTree.Root(Leaves((int)(node.Index << node.Level), 1 << node.Level));

        private byte[][] Leaves(int start, int count) =>
            [.. Entries.Skip(start).Take(count).Select(entry => MerkleTree.LeafHash(Encoding.UTF8.GetBytes(Text(entry))))];
    }
}
