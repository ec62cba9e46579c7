using System.Text.Json.Serialization;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>Everything a result is worked out from, beside the scheme: figures, ballots, adjustments, vetoes.</summary>
public sealed record Basis
{
    public required int Year { get; init; }

    /// <summary>In the programme's order.</summary>
    public required IReadOnlyList<ZoneBasis> Zones { get; init; }

    /// <summary>At most one of a member for a zone and criterion: the one that counts.</summary>
    public IReadOnlyList<Ballot> Ballots { get; init; } = [];

    public IReadOnlyList<Recusal> Recusals { get; init; } = [];

    /// <summary>Recorded bonus and deduction items, not those that figures earn by themselves.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; init; } = [];

    /// <summary>Those in force; a lifted one is not here.</summary>
    public IReadOnlyList<ZoneVeto> Vetoes { get; init; } = [];
}

/// <param name="Track">Zones of one track are also ranked among themselves.</param>
/// <param name="Metrics">A value for every metric of the scheme, by its id.</param>
/// <param name="Baselines">The baseline year's value of every metric whose rule starts from one, by its id.</param>
public sealed record ZoneBasis(
    string Zone, string Track, IReadOnlyDictionary<string, MetricValue> Metrics, IReadOnlyDictionary<string, MetricValue> Baselines)
{
    /// <summary>False: scored like any other, and left out of every ranking of results.</summary>
    public bool IsRanked { get; init; } = true;

    /// <summary>The grade of the year before; null where there was none.</summary>
    public string? LastGrade { get; init; }

    /// <summary>Zones that had become part of it by the year's end, whose parts of a shared target count as its own; null: none had.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Merged { get; init; }
}

/// <summary>What is known of a quantity. Missing is not zero, and not applicable is not missing.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "state")]
[JsonDerivedType(typeof(Known), "known")]
[JsonDerivedType(typeof(Missing), "missing")]
[JsonDerivedType(typeof(NotApplicable), "not_applicable")]
public abstract record MetricValue
{
    private MetricValue()
    {
    }

    public sealed record Known(Rational Exact) : MetricValue;

    /// <summary>Due, and not there.</summary>
    public sealed record Missing(string Reason) : MetricValue;

    /// <summary>There is nothing to state, such as growth on a base of zero.</summary>
    public sealed record NotApplicable(string Reason) : MetricValue;
}

/// <param name="Level">One of the criterion's levels.</param>
public sealed record Ballot(string Member, string Zone, string Criterion, decimal Level);

/// <summary>The member does not judge this zone; a ballot of theirs for it is not counted.</summary>
public sealed record Recusal(string Member, string Zone);

public sealed record Occurrence(string Zone, string Item, int Count);

public sealed record ZoneVeto(string Zone, string Item);
