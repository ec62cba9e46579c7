namespace Ledger.Domain.Assessment.Schemes;

/// <summary>What is wrong with grades and what they lead to.</summary>
internal static class GradeFaults
{
    public static IEnumerable<Fault> Of(AssessmentScheme scheme)
    {
        var grades = scheme.Grades;
        foreach (var fault in SchemeFaults.Twice(grades.Select((grade, index) => (grade.Id, $"/grades/{index}/id"))))
            yield return fault;
        foreach (var fault in SchemeFaults.Twice(grades.SelectMany((grade, at) =>
            grade.Outcomes.Select((outcome, index) => (outcome.Id, $"/grades/{at}/outcomes/{index}/id")))))
        {
            yield return fault;
        }

        if (grades.Count < 2)
            yield return Fault.At("/grades", "grades-too-few", grades.Count);
        for (var index = 0; index < grades.Count; index++)
        {
            foreach (var fault in OfOne(grades, index, scheme))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> OfOne(IReadOnlyList<Grade> grades, int index, AssessmentScheme scheme)
    {
        var grade = grades[index];
        var pointer = $"/grades/{index}";
        foreach (var fault in NameFaults.Of(grade.Name, $"{pointer}/name"))
            yield return fault;
        if (index > 0 && grade.From >= grades[index - 1].From)
            yield return Fault.At($"{pointer}/from", "grades-not-in-order", grade.Id, grade.From, grades[index - 1].From);
        if (index == grades.Count - 1 && grade.From != 0)
            yield return Fault.At($"{pointer}/from", "grades-not-down-to-zero", grade.Id, grade.From);
        if (grade.From > scheme.OutOf + scheme.Bonus.Cap)
            yield return Fault.At($"{pointer}/from", "grade-out-of-reach", grade.Id, grade.From, scheme.OutOf + scheme.Bonus.Cap);

        // The band is compared with a score of so many places; a finer bound would say what no score can.
        if (decimal.Round(grade.From, Math.Clamp(scheme.Rounding.Final, 0, 12)) != grade.From)
            yield return Fault.At($"{pointer}/from", "grade-finer-than-score", grade.Id, grade.From, scheme.Rounding.Final);
        for (var at = 0; at < grade.Outcomes.Count; at++)
        {
            foreach (var fault in OfOutcome(grade.Outcomes[at], $"{pointer}/outcomes/{at}"))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> OfOutcome(Outcome outcome, string pointer)
    {
        foreach (var fault in NameFaults.Of(outcome.Text, $"{pointer}/text"))
            yield return fault;
        if (outcome is { IsAward: true, Kind: OutcomeKind.Constraint })
            yield return Fault.At($"{pointer}/isAward", "award-is-no-constraint", outcome.Id);
        if (outcome is { DueDays: not null, DueMonths: not null })
            yield return Fault.At($"{pointer}/dueMonths", "due-twice", outcome.Id);
        if (outcome.DueDays is < 1)
            yield return Fault.At($"{pointer}/dueDays", "due-not-positive", outcome.Id, outcome.DueDays);
        if (outcome.DueMonths is < 1)
            yield return Fault.At($"{pointer}/dueMonths", "due-not-positive", outcome.Id, outcome.DueMonths);
        if (outcome.WeakBelow is <= 0 or > 100)
            yield return Fault.At($"{pointer}/weakBelow", "score-out-of-range", outcome.WeakBelow);
    }
}
