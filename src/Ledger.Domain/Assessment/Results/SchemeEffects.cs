using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Assessment.Results;

/// <summary>What a change of scheme does to a year: who gains and who loses, on the same figures and the same acts of the committee.</summary>
public static class SchemeEffects
{
    /// <param name="facts">Of the year; which scheme they name makes no difference.</param>
    /// <param name="before">Null where no scheme was in force.</param>
    /// <returns>A line a zone, in the programme's order.</returns>
    public static IReadOnlyList<SchemeEffect> Of(YearFacts facts, AssessmentScheme? before, AssessmentScheme after)
    {
        var was = before is null ? null : Score(facts, before);
        return
        [
            .. Score(facts, after).Zones.Select(zone => Between(facts.State.Year, was?.Of(zone.Zone), zone)),
        ];
    }

    /// <summary>The same in full, from the criteria to the outcomes.</summary>
    /// <param name="facts">Of the year; which scheme they name makes no difference.</param>
    public static ResultDifference InFull(YearFacts facts, AssessmentScheme before, AssessmentScheme after) =>
        ResultDifference.Between((facts with { Scheme = before }).Result(), (facts with { Scheme = after }).Result());

    private static SchemeEffect Between(int year, ZoneScore? before, ZoneScore after) => new(
        year, after.Zone, before?.Final, after.Final, before?.Place?.Number, after.Place?.Number, before?.Grade, after.Grade);

    private static AssessmentResult Score(YearFacts facts, AssessmentScheme scheme) =>
        Scorer.For(scheme).Score((facts with { Scheme = scheme }).Basis().Basis);
}
