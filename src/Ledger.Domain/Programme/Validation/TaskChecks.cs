namespace Ledger.Domain.Programme.Validation;

internal static class TaskChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var organisations = document.Organisations.Select(organisation => organisation.Code).ToHashSet();
        var indicators = document.Indicators.Select(indicator => indicator.Code).ToHashSet();
        return Codes.Duplicates("/tasks", "id", document.Tasks.Select(task => task.Id))
            .Concat(Codes.Duplicates("/safeguards", "id", document.Safeguards.Select(task => task.Id)))
            .Concat(Codes.Duplicates("/requirements", "id", document.Requirements.Select(requirement => requirement.Id)))
            .Concat(Codes.Duplicates("/glossary", "id", document.Glossary.Select(term => term.Id)))
            .Concat(document.Outcomes.SelectMany((outcome, index) =>
                Codes.Known($"/outcomes/{index}/tasks", outcome.Tasks, document.Tasks.Concat(document.Safeguards).Select(task => task.Id).ToHashSet())
                    .Concat(Codes.Known($"/outcomes/{index}/indicators", outcome.Indicators, indicators))).OfType<Fault>())
            .Concat(Of(document.Tasks, "/tasks").Concat(Of(document.Safeguards, "/safeguards")).OfType<Fault>());

        IEnumerable<Fault?> Of(IReadOnlyList<KeyTask> tasks, string list) => tasks.SelectMany((task, index) => new[]
        {
            Codes.Filled($"{list}/{index}/units", task.Units),
            task.DeliverableClauses.Count > 0 && task.DeliverableClauses.Count != task.Deliverables.Count
                ? Fault.At($"{list}/{index}/deliverableClauses", "deliverables-unquoted", task.DeliverableClauses.Count, task.Deliverables.Count)
                : null,
        }
        .Concat(Codes.Duplicates($"{list}/{index}/results", "code", task.Results.Select(result => result.Code)))
        .Concat(Codes.Known($"{list}/{index}/units", task.Units, organisations))
        .Concat(Codes.Known($"{list}/{index}/indicators", task.Indicators, indicators)));
    }
}
