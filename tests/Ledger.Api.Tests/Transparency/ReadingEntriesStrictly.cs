using System.Text;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Tests.Transparency;

/// <summary>What is no JSON is no entry: the reading of entries is as strict as the platform's own.</summary>
public class ReadingEntriesStrictly
{
    private const int From = 100;

    private static readonly byte[] Entry = Encoding.UTF8.GetBytes("""
        {"id": "7", "data": {"a": [1, -2.50, 3e+7, 0, {}], "b": "\"x\\\u00e9 三", "c": [true, false, null, []]}, "type": "raw", "stream": "raw/1", "headers": {}, "version": 1, "position": 100, "recordedAt": "2024-01-01T00:00:00.000000Z"}
        """);

    [Fact]
    public async Task Whatever_is_changed_removed_or_put_in_is_judged_as_the_platform_judges_it()
    {
        var names = EventNames.OfTheLedger();
        (await ComplaintAsync(Entry, names)).ShouldBeNull();
        foreach (var text in Changed().Append(Deep(60)).Append(Deep(63)).Append(Deep(64)).Append(Deep(65)))
        {
            var complaint = await ComplaintAsync(text, names);
            // Of a text that is JSON something else may be said; one that is not is never taken.
            var isAsJudged = IsJson(text) ? complaint?.Contains("This is no JSON", StringComparison.Ordinal) != true : complaint is not null;
            isAsJudged.ShouldBeTrue($"{Encoding.UTF8.GetString(text)}: {complaint}");
        }
    }

    private static IEnumerable<byte[]> Changed()
    {
        byte[] signs = [.. "\"\\{}[],: -0.1eutn/\n\u0001\u007f"u8];
        for (var at = 0; at < Entry.Length; at++)
        {
            if (at > 0)
                yield return Entry[..at];
            yield return [.. Entry[..at], .. Entry[(at + 1)..]];
            foreach (var sign in signs)
            {
                yield return [.. Entry[..at], sign, .. Entry[(at + 1)..]];
                yield return [.. Entry[..at], sign, .. Entry[at..]];
            }
        }
    }

    private static byte[] Deep(int depth) =>
        Encoding.UTF8.GetBytes($"{{\"position\": 100, \"data\": {new string('[', depth)}{new string(']', depth)}}}");

    private static bool IsJson(byte[] text)
    {
        try
        {
            var json = new Utf8JsonReader(text);
            while (json.Read())
            {
                if (json.CurrentDepth == 0 && json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                    return false;
            }

            return text.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<string?> ComplaintAsync(byte[] text, EventNames names)
    {
        var before = new CompactRange(From, CompactRange.SubtreesOf(From).Select(_ => MerkleTree.EmptyRoot));
        var report = await new HistoryVerification(names, (_, _, _) => true).RunAsync(
            new OneEntry(text), before, [], TrustPolicy.Of(), progress: null, TestContext.Current.CancellationToken);
        return report.Divergences.Where(one => one.Code is "entry-unreadable" or "entry-missing").Select(one => string.Join(' ', one.Arguments)).FirstOrDefault();
    }

    private sealed class OneEntry(byte[] text) : IHistorySource
    {
        public long From => ReadingEntriesStrictly.From;

        public long Count => 1;

        public bool IsGrowing => true;

        public async IAsyncEnumerable<IReadOnlyList<SealedText>> EntriesAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Yield();
            yield return [new(new byte[] { 0x00 }.Concat(text).ToArray(), default)];
        }
    }
}
