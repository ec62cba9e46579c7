using Ledger.Api.Web;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment.Pages;

/// <summary>How a criterion's score comes about, in sentences that can be checked with a pocket calculator.</summary>
public static class RuleWords
{
    public static IReadOnlyList<string> Of(Rule rule, AssessmentScheme scheme, ProgrammeDocument programme, ITexts texts) =>
        [.. Sentences(rule, scheme, programme, texts)];

    private static IEnumerable<string> Sentences(Rule rule, AssessmentScheme scheme, ProgrammeDocument programme, ITexts texts)
    {
        switch (rule.Kind)
        {
            case RuleKind.TargetLinear:
                yield return rule.FloorMode == FloorMode.Cliff
                    ? texts["scheme.rule.cliff", Percent(rule.Floor!.Value), Percent(rule.Full!.Value)]
                    : texts["scheme.rule.continuous", Percent(rule.Floor!.Value), Percent(rule.Full!.Value)];
                yield return Path(rule, scheme, programme, texts);
                if (rule.ZoneTargets is { Count: > 0 } others)
                    yield return texts["scheme.rule.zone-targets", Parts(others, programme, texts)];
                if (rule.Direction == Direction.Down)
                    yield return texts["scheme.rule.less-is-better"];
                break;
            case RuleKind.GrowthPath:
                yield return texts["scheme.rule.growth", scheme.BaselineYear, Percent(rule.Rate!.Value)];
                yield return texts["scheme.rule.zero-base"];
                break;
            case RuleKind.MinMax:
                yield return texts["scheme.rule.min-max", rule.Low!, rule.High!, rule.AllEqual!];
                yield return Better(rule, texts);
                break;
            case RuleKind.Goalposts:
                var (worse, better) = rule.Direction == Direction.Down
                    ? (rule.UpperPost!.Value, rule.LowerPost!.Value)
                    : (rule.LowerPost!.Value, rule.UpperPost!.Value);
                yield return texts["scheme.rule.goalposts", worse, rule.Low!, better, rule.High!];
                yield return texts[rule.Clip == true ? "scheme.rule.clipped" : "scheme.rule.unclipped"];
                break;
            case RuleKind.Rank:
                yield return texts["scheme.rule.rank"];
                yield return Better(rule, texts);
                break;
            case RuleKind.Banded:
                yield return string.Join(texts["list.separator"], rule.Bands!.Select(band => Band(band, rule.Direction, texts)));
                break;
            case RuleKind.Committee:
                yield return texts["scheme.rule.committee", rule.Levels!.Count];
                yield return rule.DropExtremesFrom is { } from ? texts["scheme.rule.drop", from] : texts["scheme.rule.keep-all"];
                yield return texts["scheme.rule.quorum", rule.Quorum!];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rule));
        }
    }

    private static string Path(Rule rule, AssessmentScheme scheme, ProgrammeDocument programme, ITexts texts) => rule.Path switch
    {
        PathKind.LinearShare => texts["scheme.rule.linear-share", scheme.BaselineYear, rule.Target!, scheme.TargetYear],
        PathKind.CumAlloc => texts[
            "scheme.rule.cum-alloc", Parts(rule.Allocation!, programme, texts), scheme.BaselineYear, scheme.TargetYear],
        PathKind.AnnualAlloc => texts["scheme.rule.annual-alloc", Parts(rule.Allocation!, programme, texts)],
        PathKind.Fixed => texts["scheme.rule.fixed", rule.Target!],
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static string Better(Rule rule, ITexts texts) =>
        texts[rule.Direction == Direction.Down ? "scheme.rule.least-is-best" : "scheme.rule.most-is-best"];

    private static string Parts(IReadOnlyDictionary<string, decimal> parts, ProgrammeDocument programme, ITexts texts) => string.Join(
        texts["list.separator"],
        programme.Zones.Where(zone => parts.ContainsKey(zone.Code)).Select(zone => zone.Code)
            .Union(parts.Keys)
            .Select(zone => $"{programme.FindZone(zone)?.ShortName.In(Texts.Language) ?? zone} {Numbers.Print(parts[zone])}"));

    // Upwards the lower end belongs to the band, downwards the upper one.
    private static string Band(Band band, Direction? direction, ITexts texts) => (band.From, band.To, direction) switch
    {
        (null, null, _) => texts["scheme.band.any", band.Score],
        ({ } from, null, Direction.Down) => texts["scheme.band.above", from, band.Score],
        ({ } from, null, _) => texts["scheme.band.from", from, band.Score],
        (null, { } to, Direction.Down) => texts["scheme.band.up-to", to, band.Score],
        (null, { } to, _) => texts["scheme.band.below", to, band.Score],
        ({ } from, { } to, Direction.Down) => texts["scheme.band.between-down", from, to, band.Score],
        ({ } from, { } to, _) => texts["scheme.band.between", from, to, band.Score],
    };

    private static string Percent(decimal share) => $"{Numbers.Print(share * 100)}%";
}
