using System.Collections.Frozen;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>Which settings each kind of rule uses: all it needs, and no other is taken.</summary>
public static class RuleSettings
{
    private static readonly FrozenDictionary<string, Func<Rule, object?>> Values = new Dictionary<string, Func<Rule, object?>>
    {
        ["metric"] = rule => rule.Metric,
        ["direction"] = rule => rule.Direction,
        ["path"] = rule => rule.Path,
        ["target"] = rule => rule.Target,
        ["zoneTargets"] = rule => rule.ZoneTargets,
        ["allocation"] = rule => rule.Allocation,
        ["floor"] = rule => rule.Floor,
        ["full"] = rule => rule.Full,
        ["floorMode"] = rule => rule.FloorMode,
        ["rate"] = rule => rule.Rate,
        ["low"] = rule => rule.Low,
        ["high"] = rule => rule.High,
        ["allEqual"] = rule => rule.AllEqual,
        ["lowerPost"] = rule => rule.LowerPost,
        ["upperPost"] = rule => rule.UpperPost,
        ["clip"] = rule => rule.Clip,
        ["bands"] = rule => rule.Bands,
        ["levels"] = rule => rule.Levels,
        ["dropExtremesFrom"] = rule => rule.DropExtremesFrom,
        ["quorum"] = rule => rule.Quorum,
    }.ToFrozenDictionary();

    /// <summary>The settings that are given, by their names in the document, in the order of the alphabet.</summary>
    public static IEnumerable<string> Given(Rule rule) =>
        Values.Where(setting => setting.Value(rule) is not null).Select(setting => setting.Key).Order(StringComparer.Ordinal);

    public static IReadOnlyList<string> Needed(Rule rule) => rule.Kind switch
    {
        RuleKind.TargetLinear => ["metric", "direction", "path", "floor", "full", "floorMode", .. NeededBy(rule.Path)],
        RuleKind.GrowthPath => ["metric", "rate"],
        RuleKind.MinMax => ["metric", "direction", "low", "high", "allEqual"],
        RuleKind.Goalposts => ["metric", "direction", "lowerPost", "upperPost", "low", "high", "clip"],
        RuleKind.Rank => ["metric", "direction"],
        RuleKind.Banded => ["metric", "direction", "bands"],
        RuleKind.Committee => ["levels", "quorum"],
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>What may be left out, which then means what the setting says of its absence.</summary>
    public static IReadOnlyList<string> Optional(Rule rule) => rule switch
    {
        { Kind: RuleKind.TargetLinear, Path: PathKind.LinearShare or PathKind.Fixed } => ["zoneTargets"],
        { Kind: RuleKind.Committee } => ["dropExtremesFrom"],
        _ => [],
    };

    /// <summary>Whether the formula looks at all zones together.</summary>
    public static bool ComparesZones(Rule rule) => rule.Kind is RuleKind.MinMax or RuleKind.Rank;

    /// <summary>Whether the formula starts from the baseline year's value of the metric.</summary>
    public static bool StartsFromBaseline(Rule rule) =>
        rule is { Kind: RuleKind.GrowthPath } or { Kind: RuleKind.TargetLinear, Path: PathKind.LinearShare };

    private static IEnumerable<string> NeededBy(PathKind? path) => path switch
    {
        PathKind.LinearShare or PathKind.Fixed => ["target"],
        PathKind.CumAlloc or PathKind.AnnualAlloc => ["allocation"],
        null => [],
        _ => throw new ArgumentOutOfRangeException(nameof(path)),
    };
}
