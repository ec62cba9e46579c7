namespace Ledger.Domain.Assessment.Schemes;

/// <summary>What is wrong with one criterion's rule.</summary>
internal static class RuleFaults
{
    public static IEnumerable<Fault> Of(Rule rule, string pointer, IReadOnlySet<string> metrics, SchemeSubjects? subjects) =>
        [
            .. Settings(rule, pointer),
            .. Metric(rule, pointer, metrics),
            .. Attainment(rule, pointer),
            .. Growth(rule, pointer),
            .. Span(rule, pointer),
            .. BandFaults(rule.Kind == RuleKind.Banded ? rule.Bands ?? [] : [], pointer),
            .. LevelFaults(rule, pointer),
            .. Zones(rule, pointer, subjects),
        ];

    private static IEnumerable<Fault> Settings(Rule rule, string pointer)
    {
        var given = RuleSettings.Given(rule).ToList();
        var needed = RuleSettings.Needed(rule);
        foreach (var setting in needed.Except(given))
            yield return Fault.At($"{pointer}/{setting}", "rule-setting-missing", rule.Kind.Word(), setting);
        foreach (var setting in given.Except(needed).Except(RuleSettings.Optional(rule)))
            yield return Fault.At($"{pointer}/{setting}", "rule-setting-unused", rule.Kind.Word(), setting);
    }

    private static IEnumerable<Fault> Metric(Rule rule, string pointer, IReadOnlySet<string> metrics)
    {
        if (rule.Metric is { } metric && !metrics.Contains(metric))
            yield return Fault.At($"{pointer}/metric", "metric-unknown", metric);
    }

    private static IEnumerable<Fault> Attainment(Rule rule, string pointer)
    {
        if (rule.Kind != RuleKind.TargetLinear)
            yield break;
        if (rule is { Floor: { } floor, Full: { } full } && (floor < 0 || floor >= full))
            yield return Fault.At($"{pointer}/floor", "floor-not-below-full", floor, full);
        if (rule.Target is <= 0)
            yield return Fault.At($"{pointer}/target", "target-not-positive", rule.Target);
        foreach (var (zone, target) in rule.ZoneTargets ?? new Dictionary<string, decimal>())
        {
            if (target <= 0)
                yield return Fault.At($"{pointer}/zoneTargets/{zone}", "target-not-positive", target);
        }

        foreach (var (zone, part) in rule.Allocation ?? new Dictionary<string, decimal>())
        {
            if (part < 0)
                yield return Fault.At($"{pointer}/allocation/{zone}", "allocation-negative", zone, part);
        }
    }

    private static IEnumerable<Fault> Growth(Rule rule, string pointer)
    {
        if (rule is { Kind: RuleKind.GrowthPath, Rate: 0 or <= -1 })
            yield return Fault.At($"{pointer}/rate", "rate-out-of-range", rule.Rate);
    }

    private static IEnumerable<Fault> Span(Rule rule, string pointer)
    {
        if (rule.Kind is not (RuleKind.MinMax or RuleKind.Goalposts))
            yield break;
        if (rule is { Low: { } low, High: { } high } && (low < 0 || high > 100 || low >= high))
            yield return Fault.At($"{pointer}/low", "score-span-invalid", low, high);
        if (rule.AllEqual is < 0 or > 100)
            yield return Fault.At($"{pointer}/allEqual", "score-out-of-range", rule.AllEqual);
        if (rule is { LowerPost: { } lower, UpperPost: { } upper } && lower >= upper)
            yield return Fault.At($"{pointer}/lowerPost", "goalposts-not-in-order", lower, upper);
    }

    private static IEnumerable<Fault> BandFaults(IReadOnlyList<Band> bands, string pointer)
    {
        if (bands.Count == 0)
            yield break;
        for (var index = 0; index < bands.Count; index++)
        {
            var (score, from, to) = bands[index];
            if (score is < 0 or > 100)
                yield return Fault.At($"{pointer}/bands/{index}/score", "score-out-of-range", score);
            if (from >= to)
                yield return Fault.At($"{pointer}/bands/{index}", "band-empty", from, to);
            if (index > 0 && (to is null || bands[index - 1].From is null || to > bands[index - 1].From))
                yield return Fault.At($"{pointer}/bands/{index}", "bands-overlap", index, index + 1);
            else if (index > 0 && to < bands[index - 1].From)
                yield return Fault.At($"{pointer}/bands/{index}", "bands-gap", to!, bands[index - 1].From!);
        }

        if (bands[0].To is { } top)
            yield return Fault.At($"{pointer}/bands/0/to", "bands-not-open-above", top);
        if (bands[^1].From is { } bottom)
            yield return Fault.At($"{pointer}/bands/{bands.Count - 1}/from", "bands-not-open-below", bottom);
    }

    private static IEnumerable<Fault> LevelFaults(Rule rule, string pointer)
    {
        if (rule.Kind != RuleKind.Committee)
            yield break;
        var levels = rule.Levels ?? [];
        if (levels.Count == 1)
            yield return Fault.At($"{pointer}/levels", "levels-too-few");
        for (var index = 0; index < levels.Count; index++)
        {
            if (levels[index].Score is < 0 or > 100)
                yield return Fault.At($"{pointer}/levels/{index}/score", "score-out-of-range", levels[index].Score);
            if (index > 0 && (levels[index].Level >= levels[index - 1].Level || levels[index].Score >= levels[index - 1].Score))
                yield return Fault.At($"{pointer}/levels/{index}", "levels-not-in-order", levels[index].Level);
        }

        if (rule.Quorum is < 1)
            yield return Fault.At($"{pointer}/quorum", "quorum-too-small", rule.Quorum);
        if (rule.DropExtremesFrom is < 3)
            yield return Fault.At($"{pointer}/dropExtremesFrom", "trimming-leaves-nothing", rule.DropExtremesFrom);
    }

    private static IEnumerable<Fault> Zones(Rule rule, string pointer, SchemeSubjects? subjects)
    {
        if (subjects is null || rule.Kind != RuleKind.TargetLinear)
            yield break;
        if (rule.Allocation is { } allocation)
        {
            foreach (var zone in subjects.StandingZones.Where(zone => !allocation.ContainsKey(zone)))
                yield return Fault.At($"{pointer}/allocation/{zone}", "allocation-zone-missing", zone);
            foreach (var zone in allocation.Keys.Where(zone => !subjects.Zones.Contains(zone)))
                yield return Fault.At($"{pointer}/allocation/{zone}", "scheme-zone-unknown", zone);
        }

        foreach (var zone in rule.ZoneTargets?.Keys.Where(zone => !subjects.Zones.Contains(zone)) ?? [])
            yield return Fault.At($"{pointer}/zoneTargets/{zone}", "scheme-zone-unknown", zone);
    }
}
