using System.Text.Json.Serialization;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>A dimension with what it is made of, or a criterion with its rule; never both.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SchemeNode
{
    /// <summary>Unique in the scheme, such as <c>A</c> or <c>A1</c>.</summary>
    public required string Id { get; init; }

    public required Name Name { get; init; }

    /// <summary>In points. Absent at the whole, and where the node above gives equal weights.</summary>
    public decimal? Weight { get; init; }

    /// <summary>How the children become one score; only where there are children.</summary>
    public Aggregation? Aggregation { get; init; }

    /// <summary>Only where there are children.</summary>
    public Weighting? Weights { get; init; }

    public IReadOnlyList<SchemeNode>? Children { get; init; }

    /// <summary>Only for a criterion.</summary>
    public Rule? Rule { get; init; }

    /// <summary>The plan's words that the criterion answers to, verbatim; null where it has none.</summary>
    public string? Clause { get; init; }

    [JsonIgnore]
    public bool IsCriterion => Rule is not null;

    /// <summary>This node and all below it, each before its children.</summary>
    public IEnumerable<SchemeNode> SelfAndBelow() =>
        (Children ?? []).SelectMany(child => child.SelfAndBelow()).Prepend(this);
}

public enum Aggregation
{
    /// <summary>The weighted mean; a weak child is made up for by a strong one.</summary>
    Arithmetic,

    /// <summary>The weighted geometric mean; a child without points leaves the node without any.</summary>
    Geometric,
}

public enum Weighting
{
    /// <summary>Each child states its weight; together they make up this node's.</summary>
    Given,

    /// <summary>Every child that applies weighs the same, and none states a weight.</summary>
    Equal,
}
