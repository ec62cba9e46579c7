using System.Text.Json.Serialization;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>A quantity that criteria are scored on, said in the programme's terms.</summary>
/// <param name="Id">Unique in the scheme, such as <c>Q02</c> or <c>yoy(S01)</c>.</param>
/// <param name="Of">Ids of the programme's indicators or series, such as <c>Q02</c> or <c>S01</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SchemeMetric(string Id, Name Name, MetricKind Kind, IReadOnlyList<string> Of);

public enum MetricKind
{
    /// <summary>The indicator's value for the year, or the sum of several indicators.</summary>
    Indicator,

    /// <summary>The series' value for the year, or at its end.</summary>
    Series,

    /// <summary>The series' growth over the year before, in per cent; a base of zero or less does not apply.</summary>
    YearOnYear,

    /// <summary>The share, 0 to 1, of the due returns that came on time and were accepted the first time. Of nothing.</summary>
    GoodReturns,
}

/// <summary>What the programme knows that a scheme may speak of.</summary>
/// <param name="Zones">Every zone there is or was.</param>
public sealed record SchemeSubjects(
    IReadOnlySet<string> Indicators, IReadOnlySet<string> Series, IReadOnlyList<string> Zones)
{
    /// <summary>Those there still are, which a share-out names without exception.</summary>
    public IReadOnlyList<string> StandingZones { get; private init; } = Zones;

    public static SchemeSubjects Of(ProgrammeDocument programme) => new(
        programme.Indicators.Select(indicator => indicator.Id).ToHashSet(),
        programme.Series.Select(series => series.Id).ToHashSet(),
        [.. programme.Zones.Select(zone => zone.Code)])
    {
        StandingZones = [.. programme.Zones.Where(zone => zone.Until is null).Select(zone => zone.Code)],
    };
}
