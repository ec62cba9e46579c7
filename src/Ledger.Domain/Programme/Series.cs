namespace Ledger.Domain.Programme;

/// <summary>One of the base series that a zone reports; everything else is derived.</summary>
/// <param name="Id">The dictionary's number, such as <c>S01</c>.</param>
/// <param name="Code">The stable code, such as <c>op_revenue</c>; used in addresses and events.</param>
/// <param name="Places">Decimal places of a reported value: 2 for money in 億元, 0 for counts.</param>
/// <param name="Within">The code of the series this one may not exceed, such as S02 ≤ S01.</param>
/// <param name="Note">How it is counted, for whoever fills it in.</param>
public sealed record Series(
    string Id, string Code, Name Name, SeriesKind Kind, Name Unit, int Places, Demand Quarterly, Demand Annual, string? Within, Name? Note)
{
    /// <summary>The organisation whose finding the zone reports, rather than its own; null: the zone's own.</summary>
    public string? DeterminedBy { get; init; }

    /// <summary>How the zones' values come together for the league.</summary>
    public Totalling Total { get; init; }

    public Demand DemandIn(Period period) => period.IsYear ? Annual : Quarterly;

    /// <summary>A quarter's value of what is only settled once a year (§7.1: R&amp;D, regional product).</summary>
    public bool IsPreliminaryIn(Period period) => period.IsQuarter && Annual == Demand.Required;
}

public enum SeriesKind
{
    /// <summary>Stated year to date .</summary>
    Flow,

    /// <summary>Stated at the end of the period.</summary>
    Stock,
}

/// <summary>Whether a series belongs to a return.</summary>
public enum Demand
{
    None,
    Optional,
    Required,
}

public enum Totalling
{
    Sum,

    /// <summary>Zones measured against one host's product state the same number: it counts once (§7.2, Q04).</summary>
    OncePerHost,

    /// <summary>Each counts once for the league, and which ones zones have in common is not reported: there are at least as many as in any zone (§7.2, Q01).</summary>
    Distinct,
}
