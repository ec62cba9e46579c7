using Ledger.Domain.KeyTasks;
using static Ledger.Domain.Audit.Comparison.AspectWords;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>What a unit's part of a key task says: its milestones, what was reported of each quarter, what was asked, and what is supervised.</summary>
internal static class TaskAspects
{
    public static IEnumerable<(Aspect Aspect, string? Text)> Of(TaskPart state)
    {
        foreach (var milestone in state.Milestones.Values)
        {
            yield return (Is("milestone", milestone.Number), milestone.Text);
            yield return (Is("milestone_due", milestone.Number), Text(milestone.Due));
            yield return (Is("milestone_source", milestone.Number), milestone.Source);
        }

        foreach (var report in state.Reports.Values)
        {
            yield return (Is("state", report.Period), report.State.Word());
            yield return (Is("review", report.Period), report.Review.Word());
            yield return (Is("text", report.Period), report.Text);
            foreach (var result in report.Results)
                yield return (Is("result", report.Period, result.Kind), Text(result.Count));
            yield return (Is("reached", report.Period), report.Reached.Count > 0 ? string.Join(", ", report.Reached.Order()) : null);
            yield return (Is("evidence", report.Period), report.Evidence.Count > 0 ? string.Join(", ", report.Evidence.Select(paper => paper.Name)) : null);
        }

        foreach (var query in state.Queries)
        {
            yield return (Is("query", query.Number), query.Text);
            yield return (Is("query_answer", query.Number), query.Answer?.Text);
        }

        foreach (var supervision in state.Supervisions)
        {
            yield return (Is("supervision", supervision.Number), supervision.State.Word());
            yield return (Is("supervision_text", supervision.Number), supervision.Text);
            yield return (Is("supervision_due", supervision.Number), Text(supervision.DueOn));
            yield return (Is("supervision_answer", supervision.Number), supervision.Answers.LastOrDefault()?.Text);
            yield return (Is("supervision_closing", supervision.Number), supervision.Closing?.Text);
        }

        Aspect Is(params ReadOnlySpan<object> name) => new(MatterKind.Task, $"{state.Task}/{state.Unit}", Name(name));
    }
}
