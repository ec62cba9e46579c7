using Ledger.Api.KeyTasks.Pages;
using Ledger.Api.Programme.Coverage;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.KeyTasks;

/// <summary>Tasks, safeguards, their deliverables and responsible units are followed part by part.</summary>
public sealed class TaskClauses(LedgerReader reader, EventNames names, ITexts texts) : IClauseFacts
{
    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var events = (await reader.OfTypeAsync<TaskEvent>(fromExclusive: null, asOf.Position, cancellation))
            .Where(recorded => asOf.Knows(recorded.Event.On))
            .Select(recorded => (Part: TaskPart.StreamOf(recorded.Provenance.Stream).Initial, Recorded: recorded))
            .ToLookup(each => each.Part.Task);
        return clauses.Where(clause => clause.Tasks.Count > 0).Select(Serve);

        ServedClause Serve(PlanClause clause)
        {
            var latest = clause.Tasks.SelectMany(task => events[task])
                .Where(each => IsAbout(each.Part.Unit, clause) && (clause.Kind != ClauseKind.Deliverable || each.Recorded.Event is TaskReported))
                .OrderBy(each => each.Recorded.Provenance.Position).LastOrDefault();
            var at = clause switch
            {
                { Tasks.Count: > 1 } => "",
                { Unit: { } unit } when unit != programme.TaskRules.ZoneUnit => $"/{clause.Tasks[0]}/{unit}",
                _ => $"/{clause.Tasks[0]}",
            };
            return new(clause.Id, "clause-server.tasks", $"/tasks{at}", $"/api/tasks{at}", latest.Recorded is null ? null : Fact(latest.Part, latest.Recorded, programme));
        }

        bool IsAbout(string unit, PlanClause clause) =>
            clause.Unit is null || unit == clause.Unit || (clause.Unit == programme.TaskRules.ZoneUnit && programme.FindZone(unit) is not null);
    }

    private ClauseFact Fact(TaskPart part, Recorded<TaskEvent> recorded, ProgrammeDocument programme)
    {
        var type = texts[$"event_type.{names.NameOf(recorded.Event.GetType())}"];
        var what = recorded.Event is TaskReported report ? texts["clause-fact.task-report", report.Period, report.State] : type;
        return new(
            recorded.Event.On, recorded.Provenance.Position,
            texts["clause-fact.task", part.Task, programme.UnitName(part.Unit, recorded.Event.On), what]);
    }
}
