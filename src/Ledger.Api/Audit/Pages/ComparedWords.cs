using System.Globalization;
using Ledger.Api.Web;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Audit.Comparison;
using Ledger.Domain.Conference;
using Ledger.Domain.Programme;
using NodaTime;
using NodaTime.Text;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit.Pages;

/// <summary>What was compared, in the reader's words: things by their names, states by theirs, numbers as they are printed.</summary>
public sealed class ComparedWords(ITexts texts, ProgrammeDocument programme, IEnumerable<SchemeHistory> schemes)
{
    private readonly Dictionary<string, string> grades = schemes.SelectMany(scheme => scheme.Versions).SelectMany(version => version.Scheme.Grades)
        .DistinctBy(grade => grade.Id).ToDictionary(grade => grade.Id, grade => grade.Name.In(Texts.Language));

    public string Subject(MatterKind kind, string key)
    {
        var parts = key.Split('/');
        return kind switch
        {
            MatterKind.Figure => $"{Zone(parts[0])} · {Measured(parts[1])} · {Named(parts[2])}",
            MatterKind.Return => $"{Zone(parts[0])} · {Named(parts[1])}",
            MatterKind.Notice => texts["event.to.notice", Period.Parse(parts[0]), parts[1]],
            MatterKind.Assessment => texts["event.to.assessment", key],
            MatterKind.Grade => $"{Zone(parts[1])} · {parts[0]}",
            MatterKind.Rank => $"{Zone(parts[2])} · {Measured(parts[1])} · {Named(parts[0])}",
            MatterKind.Verdict => $"{Measured(parts[1])} · {Named(parts[0])}",
            MatterKind.Task => $"{parts[0]} {programme.FindTask(parts[0])?.Title.In(Texts.Language)} · {Unit(parts[1])}",
            MatterKind.Conference => key == ConferenceSeats.StreamId ? texts["conference.title"] : texts["meeting.of", key],
            MatterKind.Zone => Zone(key),
            MatterKind.Condition => texts["event.to.condition", key],
            _ => key,
        };
    }

    /// <returns>The page of the thing; null where it has none of its own.</returns>
    public string? Address(MatterKind kind, string key)
    {
        var parts = key.Split('/');
        return kind switch
        {
            MatterKind.Figure => $"/figures/{key}",
            MatterKind.Return => $"/return/{key}",
            MatterKind.Notice => $"/notices/{key}",
            MatterKind.Assessment => $"/assessments/{key}",
            MatterKind.Grade => $"/assessments/{parts[0]}/result",
            MatterKind.Programme => "/programme/versions",
            MatterKind.Task => $"/tasks/{key}",
            MatterKind.Conference => key == ConferenceSeats.StreamId ? "/conference" : $"/conference/{key}",
            MatterKind.Zone => $"/zones/{key}",
            MatterKind.Condition => "/eligibility",
            MatterKind.Rank or MatterKind.Verdict => $"/notices/{parts[0]}/draft",
            MatterKind.Officer => $"/events?officer={Uri.EscapeDataString(key)}",
            _ => null,
        };
    }

    public string Aspect(ComparedChange change)
    {
        var parts = change.Aspect.Split('.');
        return change.Kind == MatterKind.Rank ? texts[$"quantity.{change.Aspect}"]
            : change.Kind == MatterKind.Conference ? texts[$"compare.conference.{parts[0]}", parts.Length == 2 ? parts[1] : ""]
            : change.Kind == MatterKind.Task ? texts[$"compare.task.{parts[0]}", Period.TryParse(parts[1], out var period) ? period : parts[1]]
            : parts.Length == 2 ? texts[$"compare.aspect.{parts[0]}", parts[1]] : texts[$"compare.aspect.{change.Aspect}"];
    }

    public string Value(ComparedChange change, string? value) => value is null ? texts["compare.absent"] : (change.Kind, change.Aspect) switch
    {
        (MatterKind.Figure, "value") => Numbers.Print(
            decimal.Parse(value, CultureInfo.InvariantCulture), programme.FindSeries(change.Key.Split('/')[1])?.Places),
        (MatterKind.Figure, "status") => texts[$"figure_status.{value}"],
        (MatterKind.Return, "state") => texts[$"return_state.{value}"],
        (MatterKind.Return, "overdue") => BeijingTime.Format(InstantPattern.ExtendedIso.Parse(value).Value),
        (MatterKind.Assessment, "phase") => texts[$"phase.{value}"],
        (MatterKind.Assessment, var aspect) when aspect.StartsWith("appeal.", StringComparison.Ordinal) => texts[$"compare.appeal.{value}"],
        (MatterKind.Assessment, var aspect) when aspect.StartsWith("outcome.", StringComparison.Ordinal) => texts[$"outcome_state.{value}"],
        (MatterKind.Task, var aspect) when aspect.StartsWith("state.", StringComparison.Ordinal) => texts[$"task_state.{value}"],
        (MatterKind.Task, var aspect) when aspect.StartsWith("review.", StringComparison.Ordinal) => texts[$"review_state.{value}"],
        (MatterKind.Task, _) => texts[$"supervision_state.{value}"],
        (MatterKind.Conference, "state") => texts[$"meeting_state.{value}"],
        (MatterKind.Conference, var aspect) when aspect.StartsWith("decision.", StringComparison.Ordinal) => texts[$"decision_outcome.{value}"],
        (MatterKind.Zone, "stage") => texts[$"stage.{value}"],
        (MatterKind.Zone, "track") => texts[$"track.{value}"],
        (MatterKind.Zone, "zone_goal") => texts[$"zone_goal.{value}"],
        (MatterKind.Zone, var aspect) when aspect.StartsWith("finding.", StringComparison.Ordinal) => texts[$"fulfilment.{value}"],
        (MatterKind.Zone, _) => texts[$"finding_review.{value}"],
        (MatterKind.Grade, "grade") => grades.GetValueOrDefault(value, value),
        (MatterKind.Verdict, _) => texts[$"verdict.{value}"],
        (MatterKind.Officer, "role") => texts[$"role.{value}"],
        (MatterKind.Officer, "zone") => Zone(value),
        _ => value,
    };

    private string Zone(string code) => programme.FindZone(code)?.ShortName.In(Texts.Language) ?? code;

    private string Unit(string code) =>
        programme.FindZone(code)?.ShortName.In(Texts.Language) ?? programme.OrganisationName(code, LocalDate.MaxIsoValue)?.In(Texts.Language) ?? code;

    private string Measured(string code) =>
        (programme.FindIndicator(code)?.Name ?? programme.FindSeries(code)?.Name)?.In(Texts.Language) ?? code;

    private string Named(string period) => texts.Named(Period.Parse(period));
}
