using Ledger.Api.Web;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What holds for the whole scheme, a sentence each, with the place in the document that says so.</summary>
public static class SchemeSentences
{
    public static IEnumerable<(string Sentence, string Pointer)> Of(AssessmentScheme scheme, ITexts texts)
    {
        yield return (texts["scheme.says.points"], "/rounding/criterionPoints");
        yield return (Rounding(scheme.Rounding, texts), "/rounding");
        yield return (texts[scheme.Ranking.On == RankedOn.Rounded ? "scheme.says.ranked-rounded" : "scheme.says.ranked-exact"], "/ranking/on");
        yield return (texts[scheme.Ranking.Ties == Ties.Competition ? "scheme.says.ties-competition" : "scheme.says.ties-dense"], "/ranking/ties");
        yield return (
            texts[scheme.NotApplicable == NotApplicablePolicy.RedistributeWithinDimension
                ? "scheme.says.not-applicable-dimension"
                : "scheme.says.not-applicable-all"],
            "/notApplicable");
        yield return (texts[scheme.Missing == MissingPolicy.ZeroAndFlag ? "scheme.says.missing-zero" : "scheme.says.missing-pending"], "/missing");
        yield return (texts["scheme.says.final", scheme.Bonus.Cap, scheme.Deduction.Cap], "/bonus/cap");
        yield return (
            texts["scheme.says.procedure", scheme.Procedure.PublicityDays, scheme.Procedure.AppealDays], "/procedure");
    }

    private static string Rounding(RoundingPoints rounding, ITexts texts)
    {
        (int? Places, string Key)[] points =
        [
            (rounding.CriterionScore, "scheme.rounds.criterion-score"), (rounding.CriterionPoints, "scheme.rounds.criterion-points"),
            (rounding.NodePoints, "scheme.rounds.node-points"), (rounding.Final, "scheme.rounds.final"),
        ];
        return texts[
            "scheme.says.rounding",
            string.Join(texts["list.separator"], points.Where(point => point.Places is not null).Select(point => texts[point.Key, point.Places!]))];
    }
}
