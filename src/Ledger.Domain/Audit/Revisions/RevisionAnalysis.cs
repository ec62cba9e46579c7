using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Audit.Revisions;

/// <summary>A series' triangles, and what its revisions come to.</summary>
/// <param name="Triangle">Reference period by release: of each zone the figures that were accepted, the latest period first.</param>
/// <param name="ByHorizon">Quarters and years apart, since a year to date is not a year.</param>
/// <param name="ByKind">Of single steps from one release to the next.</param>
public sealed record RevisionAnalysis(
    string Series, IReadOnlyList<FigureReleases> Triangle, IReadOnlyList<HorizonStatistics> ByHorizon, IReadOnlyList<KindStatistics> ByKind)
{
    /// <summary>Months after the first release: a quarter, a year, two years; and whatever is known now.</summary>
    public static IReadOnlyList<int?> Horizons { get; } = [3, 12, 24, null];

    private static readonly bool[] Sorts = [false, true];

    /// <param name="figures">Of one series; of one zone or of several, in the order in which a period shows them.</param>
    /// <param name="through">The day up to which papers are known: a horizon that reaches beyond it is not known yet.</param>
    public static RevisionAnalysis Of(string series, IReadOnlyCollection<FigureReleases> figures, LocalDate through)
    {
        FigureReleases[] ordered = [.. figures.OrderByDescending(figure => figure.Period)];
        return new(
            series, ordered,
            [
                .. from years in Sorts
                   let some = ordered.Where(figure => figure.Period.IsYear == years).ToList()
                   where some.Count > 0
                   from months in Horizons
                   select new HorizonStatistics(years, months, RevisionStatistics.Of([.. some.Select(figure => At(figure, months, through)).OfType<ReleasedPair>()])),
            ],
            [
                .. from kind in Enum.GetValues<CorrectionKind>()
                   let steps = ordered.SelectMany(figure => figure.Releases.Zip(figure.Releases.Skip(1)))
                       .Where(step => step.Second.Kind == kind)
                       .Select(step => new ReleasedPair(step.First.Value, step.Second.Value)).ToList()
                   where steps.Count > 0
                   select new KindStatistics(kind, RevisionStatistics.Of(steps)),
            ]);
    }

    private static ReleasedPair? At(FigureReleases figure, int? months, LocalDate through)
    {
        if (months is not { } horizon)
            return new(figure.First.Value, figure.Latest.Value);
        var day = figure.First.KnownOn.PlusMonths(horizon);
        return day > through ? null : new(figure.First.Value, figure.KnownOn(day)!.Value);
    }
}

/// <param name="OfYears">Of annual figures; else of quarters.</param>
/// <param name="Months">After the first release; null: the latest.</param>
public sealed record HorizonStatistics(bool OfYears, int? Months, RevisionStatistics Statistics);

public sealed record KindStatistics(CorrectionKind Kind, RevisionStatistics Statistics);
