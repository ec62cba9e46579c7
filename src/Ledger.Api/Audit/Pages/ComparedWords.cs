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
            MatterKind.Task => $"{Task(parts[0])} · {Unit(parts[1])}",
            MatterKind.Conference => key == ConferenceSeats.StreamId ? texts["conference.title"] : texts["meeting.of", key],
            MatterKind.Zone => Zone(key),
            MatterKind.Condition => texts["event.to.condition", key],
            MatterKind.Log => texts[$"compare.{key.Replace('/', '.')}"],
            MatterKind.Listing => $"{Zone(parts[1])} · {Named(parts[0])}",
            MatterKind.TaskTally => $"{Unit(parts[1])} · {Named(parts[0])}",
            MatterKind.StalledTask => $"{Task(parts[1])} · {Unit(parts[2])} · {Named(parts[0])}",
            MatterKind.RegisterDifference => $"{Zone(parts[2])} · {Measured(parts[1])} · {Named(parts[0])}",
            MatterKind.NoticeDecision => $"{string.Join('/', parts[1..])} · {Named(parts[0])}",
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
            MatterKind.Institution => $"/registers/{key}",
            MatterKind.Scheme => $"/schemes/{key}",
            MatterKind.Log => "/integrity",
            MatterKind.Rank or MatterKind.Verdict or MatterKind.Listing or MatterKind.TaskTally or MatterKind.StalledTask
                or MatterKind.RegisterDifference or MatterKind.NoticeDecision => $"/notices/{parts[0]}/draft",
            MatterKind.Officer => $"/events?officer={Uri.EscapeDataString(key)}",
            _ => null,
        };
    }

    public string Aspect(ComparedChange change)
    {
        var (head, parts) = Parts(change);
        object[] arguments = [.. parts.Select(part => Period.TryParse(part, out var period) ? (object)period : part)];
        if (change is { Kind: MatterKind.Task } && head == "result")
            arguments[1] = programme.FindTask(change.Key.Split('/')[0])?.Results.FirstOrDefault(kind => kind.Code == parts[1])?.Name ?? arguments[1];
        return change.Kind switch
        {
            MatterKind.Rank => texts[$"quantity.{head}"],
            MatterKind.Conference => texts[$"compare.conference.{head}", arguments],
            MatterKind.Task => texts[$"compare.task.{head}", arguments],
            MatterKind.TaskTally => texts[head is "tasks" or "supervised" ? $"compare.task_tally.{head}" : $"task_standing.{head}"],
            MatterKind.NoticeDecision => texts[$"compare.notice_decision.{head}"],
            _ => texts[$"compare.aspect.{head}", arguments],
        };
    }

    public string Value(ComparedChange change, string? value) => value is null ? texts["compare.absent"] : (change.Kind, Parts(change).Head) switch
    {
        (MatterKind.Figure, "value") => Numbers.Print(
            decimal.Parse(value, CultureInfo.InvariantCulture), programme.FindSeries(change.Key.Split('/')[1])?.Places),
        (MatterKind.Figure, "status") => texts[$"figure_status.{value}"],
        (MatterKind.Return, "state") => texts[$"return_state.{value}"],
        (MatterKind.Return, "overdue") => BeijingTime.Format(InstantPattern.ExtendedIso.Parse(value).Value),
        (MatterKind.Return, "correction") => texts[$"compare.correction.{value}"],
        (MatterKind.Assessment, "phase") => texts[$"phase.{value}"],
        (MatterKind.Assessment, "appeal") => texts[$"compare.appeal.{value}"],
        (MatterKind.Assessment, "outcome") => texts[$"outcome_state.{value}"],
        (MatterKind.Task, "state") => texts[$"task_state.{value}"],
        (MatterKind.Task, "review") => texts[$"review_state.{value}"],
        (MatterKind.Task, "supervision") => texts[$"supervision_state.{value}"],
        (MatterKind.Conference, "state") => texts[$"meeting_state.{value}"],
        (MatterKind.Conference, "decision") => texts[$"decision_outcome.{value}"],
        (MatterKind.Conference, "item_kind") => texts[$"decision_kind.{value}"],
        (MatterKind.Conference, "attendance") => texts[$"presence.{value}"],
        (MatterKind.Conference, "seat") => Unit(value),
        (MatterKind.Conference, "seat_role") => texts[$"seat_role.{value}"],
        (MatterKind.Zone, "stage") => texts[$"stage.{value}"],
        (MatterKind.Zone, "track") => texts[$"track.{value}"],
        (MatterKind.Zone, "zone_goal") => texts[$"zone_goal.{value}"],
        (MatterKind.Zone, "commitment") => texts[$"force.{value}"],
        (MatterKind.Zone, "step") => Dated(value, "stage"),
        (MatterKind.Zone, "finding") => texts[$"fulfilment.{value}"],
        (MatterKind.Zone, "finding_review") => texts[$"finding_review.{value}"],
        (MatterKind.Institution, "zone" or "zone_from") => value.Length == 0 ? texts["compare.no-zone"] : Zone(value),
        (MatterKind.Institution, "recognition") => Recognised(value),
        (MatterKind.Institution, "ended") => Dated(value, "recognition_end"),
        (MatterKind.Log, "check") => texts[$"compare.check.{value}"],
        (MatterKind.Listing, _) => string.Join(texts["list.separator"], value.Split(", ").Distinct().Select(reason => texts[$"compare.listing.{reason}"])),
        (MatterKind.StalledTask, _) => texts[$"stall_cause.{value}"],
        (MatterKind.NoticeDecision, "outcome") => texts[$"decision_outcome.{value}"],
        (MatterKind.Grade, "grade") => grades.GetValueOrDefault(value, value),
        (MatterKind.Verdict, _) => texts[$"verdict.{value}"],
        (MatterKind.Officer, "role") => texts[$"role.{value}"],
        (MatterKind.Officer, "zone") => Zone(value),
        _ => value,
    };

    /// <summary>What an aspect is called by, and which of its kind: <c>supervision</c>, and <c>2</c>.</summary>
    private static (string Head, string[] Parts) Parts(ComparedChange change) => change.Aspect.Split('.') is [var head, .. var parts] ? (head, parts) : (change.Aspect, []);

    private string Dated(string value, string kind) => value.Split(' ') is [var day, var word] ? $"{day} {texts[$"{kind}.{word}"]}" : value;

    private string Recognised(string value)
    {
        var parts = value.Split('/');
        return programme.FindRegisterKind(parts[0]) is { } kind
            ? string.Join(' ', new[] { kind.Name.In(Texts.Language), parts.Length == 1 ? null : kind.Levels.FirstOrDefault(level => level.Code == parts[1])?.Name.In(Texts.Language) ?? parts[1] }.OfType<string>())
            : value;
    }

    private string Task(string id) => $"{id} {programme.FindTask(id)?.Title.In(Texts.Language)}";

    private string Zone(string code) => programme.FindZone(code)?.ShortName.In(Texts.Language) ?? code;

    private string Unit(string code) =>
        code == Domain.Programme.Zone.League ? texts["league.name"] : programme.FindZone(code)?.ShortName.In(Texts.Language) ?? programme.OrganisationName(code, LocalDate.MaxIsoValue)?.In(Texts.Language) ?? code;

    private string Measured(string code) =>
        (programme.FindIndicator(code)?.Name ?? programme.FindSeries(code)?.Name)?.In(Texts.Language) ?? code;

    private string Named(string period) => texts.Named(Period.Parse(period));
}
