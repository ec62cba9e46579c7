using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Api.Assessment.Pages;

/// <summary>The numbers of a result as pages print them: at the places the scheme declares, and those it leaves exact at a few.</summary>
public static class ScorePrint
{
    /// <summary>Enough of what is not rounded to follow the reckoning.</summary>
    private const int Following = 4;

    /// <summary>A final score, and what bonus and deduction come to.</summary>
    public static string Final(decimal? score, RoundingPoints rounding) => score is { } value ? Numbers.Print(value, rounding.Final) : "—";

    /// <summary>A dimension's score, as it is shown and ranked.</summary>
    public static string NodeScore(Rational? score, RoundingPoints rounding) => Rounded(score, rounding.Final);

    /// <summary>A criterion's score, 0 to 100.</summary>
    public static string CriterionScore(Rational? score, RoundingPoints rounding) => Rounded(score, rounding.CriterionScore ?? PointsPlaces(rounding));

    public static string Points(Rational? points, RoundingPoints rounding) => Rounded(points, PointsPlaces(rounding));

    public static int PointsPlaces(RoundingPoints rounding) => rounding.NodePoints ?? rounding.CriterionPoints ?? Following;

    /// <summary>A weight, a count, a metric: as many places as it has, up to four.</summary>
    public static string Value(Rational value) => Numbers.Print(value.Round(Following));

    public static string Metric(MetricValue? value, ITexts texts) => value switch
    {
        MetricValue.Known(var exact) => Value(exact),
        MetricValue.Missing => texts["num.missing"],
        MetricValue.NotApplicable => texts[ScoreState.NotApplicable.TextKey()],
        _ => "—",
    };

    private static string Rounded(Rational? value, int places) => value is { } exact ? Numbers.Print(exact.Round(places), places) : "—";
}
