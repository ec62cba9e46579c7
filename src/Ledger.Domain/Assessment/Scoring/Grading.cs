using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Domain.Assessment.Scoring;

/// <summary>The grade of a final score, what vetoes make of it, and what it leads to.</summary>
internal static class Grading
{
    public static ZoneScore Grade(ZoneScore score, AssessmentScheme scheme, ZoneBasis zone, IReadOnlyList<VetoItem> vetoes)
    {
        if (score.Final is not { } final)
            return score with { Vetoes = vetoes };
        var earned = Index(scheme, grade => final >= grade.From);
        var limits = vetoes.Where(veto => veto.Effect == VetoEffect.CapGrade).Select(veto => Index(scheme, veto.Grade!));
        var forced = vetoes.Where(veto => veto.Effect == VetoEffect.ForceGrade).Select(veto => Index(scheme, veto.Grade!)).ToList();

        // The strictest wins: the worst of the grade forced (or else earned) and of every limit.
        var given = limits.Append(forced.Count > 0 ? forced.Max() : earned).Max();
        var isBarred = vetoes.Any(veto => veto.Effect == VetoEffect.BarAward);
        return score with
        {
            EarnedGrade = scheme.Grades[earned].Id,
            Grade = scheme.Grades[given].Id,
            IsAwardBarred = isBarred,
            Vetoes = vetoes,
            Outcomes =
            [
                .. scheme.Grades[given].Outcomes
                    .Where(outcome => !(isBarred && outcome.IsAward))
                    .Where(outcome => outcome.When == OutcomeOccasion.EveryTime || zone.LastGrade == scheme.Grades[given].Id)
                    .Select(outcome => new OutcomeDue(outcome, Weak(score, outcome))),
            ],
        };
    }

    private static List<string> Weak(ZoneScore score, Outcome outcome) =>
        [.. score.Criteria.Where(node => node.Score < outcome.WeakBelow).Select(node => node.Id)];

    private static int Index(AssessmentScheme scheme, string grade) => Index(scheme, other => other.Id == grade);

    private static int Index(AssessmentScheme scheme, Func<Grade, bool> isIt) =>
        scheme.Grades.Index().First(grade => isIt(grade.Item)).Index;
}
