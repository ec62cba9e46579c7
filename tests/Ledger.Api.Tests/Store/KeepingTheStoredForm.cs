using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Store;

namespace Ledger.Api.Tests.Store;

/// <summary>What was stored once is read for ever: a sample of every kind of event, as an earlier program wrote it.</summary>
/// <remarks>
/// A sample is never changed to fit the program. A property may be added to an event, and then a sample without it is still read; one that is
/// renamed or retyped loses what the sample says.
/// </remarks>
public class KeepingTheStoredForm
{
    private const string Prefix = "Stored.";

    private static readonly EventNames Names = EventNames.OfTheLedger();

    public static TheoryData<string> Kinds => [.. Names.Types.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_reads_its_sample_and_loses_nothing(string kind)
    {
        var sample = JsonNode.Parse(Read(kind))!;
        var written = JsonSerializer.SerializeToNode(sample.Deserialize(Names.TypeOf(kind), LedgerJson.Options), Names.TypeOf(kind), LedgerJson.Options);
        Leaves("", sample).Except(Leaves("", written)).ShouldBeEmpty();
    }

    [Fact]
    public void No_sample_is_of_an_event_that_the_ledger_does_not_know() =>
        typeof(KeepingTheStoredForm).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".json".Length])
            .Where(kind => !Names.Types.ContainsKey(kind)).ShouldBeEmpty();

    private static string Read(string kind)
    {
        using var stream = typeof(KeepingTheStoredForm).Assembly.GetManifestResourceStream($"{Prefix}{kind}.json")
            .ShouldNotBeNull($"A stored sample of {kind} is needed in Store/Stored.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Every value with its place, numbers as they are written.</summary>
    private static IEnumerable<(string Pointer, string Text)> Leaves(string at, JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } parts => parts.SelectMany(part => Leaves($"{at}/{part.Key}", part.Value)),
        JsonArray { Count: > 0 } items => items.SelectMany((item, index) => Leaves($"{at}/{index}", item)),
        _ => [(at, node?.ToJsonString() ?? "null")],
    };
}
