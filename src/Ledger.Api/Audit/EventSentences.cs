using System.Text.Json;
using Ledger.Api.Web;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Conference;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Role = Ledger.Domain.Access.Role;

namespace Ledger.Api.Audit;

/// <summary>What an event says happened, in one sentence of the reader's language: the text <c>event.TYPE</c> with what stands in the event.</summary>
public sealed class EventSentences(ITexts texts)
{
    /// <param name="programme">By whose names zones and series are called; null, or not known to it: by their codes.</param>
    public string Say(ToldEvent @event, ProgrammeDocument? programme)
    {
        if (@event.Data is not { } data)
            return Untold(@event);
        var zone = @event.Zone is { } code ? Zone(code) ?? (object)code : "";
        object period = @event.Period is { } known ? known : "";
        var subject = @event.Stream[(@event.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return @event.Type switch
        {
            "figure_reported" or "correction_approved" => Of(zone, Series(), period, Value(), SeriesUnit()),
            "correction_requested" => Of(zone, Series(), period, Value(), SeriesUnit(), Word("reason")),
            "figure_withdrawn" or "correction_refused" => Of(zone, Series(), period, Word("reason")),
            "figure_queried" or "query_answered" => Of(zone, Series(), period, Word("text")),
            "return_submitted" or "return_accepted" or "return_fell_overdue" => Of(zone, period),
            "return_sent_back" => Of(zone, period, Word("reason")),
            "officer_appointed" or "officer_reassigned" => Of(Word("name"), subject, Kind<Role>("role"), Organisation()),
            "officer_dismissed" => Of(subject, Word("reason")),
            "programme_adopted" or "programme_amended" => Of(Word("version")),
            "notice_issued" => Of(period, Number(), Word("edition")),
            "notice_superseded" => Of(period, Number(), Word("edition"), Word("reason")),
            "document_number_given" => Of(Number(), Word("for")),
            "scheme_adopted" => Of(subject, Word("fromYear")),
            "scheme_superseded" => Of(subject, Word("fromYear"), Word("reason")),
            "assessment_opened" => Of(subject, Word("scheme"), Word("version")),
            "interest_declared" => Of(subject, Word("member"), zone, Kind<Interest>("interest")),
            "figures_frozen" => Of(subject, Word("position")),
            "ballot_sealed" => Of(subject, Word("member"), Word("criterion"), zone),
            "voting_closed" or "assessment_closed" => Of(subject),
            "log_key_made" => Of(Word("key")),
            "log_key_replaced" => Of(Word("key"), Word("reason")),
            "adjustment_recorded" => Of(subject, zone, Word("item"), Word("count"), Paper()),
            "veto_recorded" => Of(subject, zone, Word("item"), Paper()),
            "adjustment_lifted" or "veto_lifted" => Of(subject, Word("number"), Word("reason")),
            "scorecards_recorded" or "result_published" => Of(subject, Word("edition")),
            "result_ratified" => Of(subject, Word("edition"), Word("minutes")),
            "assessment_reopened" => Of(subject, Kind<Phase>("to"), Word("reason")),
            "appeal_lodged" => Of(subject, Word("number"), zone, Word("grounds")),
            "appeal_decided" => Say($"{@event.Type}.{(data.GetProperty("upheld").GetBoolean() ? "upheld" : "dismissed")}", subject, Word("number"), Word("reason")),
            "milestone_set" => Of(Task(), Unit(), Word("milestone"), Word("year"), Word("text")),
            "milestone_withdrawn" => Of(Task(), Unit(), Word("milestone"), Word("reason")),
            "task_reported" => Of(Task(), Unit(), Told(), Kind<TaskState>("state"), Word("text")),
            "task_confirmed" => Of(Task(), Unit(), Told()),
            "task_sent_back" => Of(Task(), Unit(), Told(), Word("reason")),
            "task_queried" or "task_query_answered" => Of(Task(), Unit(), Told(), Word("text")),
            "task_supervised" => Of(Task(), Unit(), Word("supervision"), Word("dueOn"), Word("text")),
            "zone_selected" => Of(zone, Kind<Domain.Programme.Track>("track"), Kind<Domain.Programme.ZoneGoal>("goalCode"), Organ()),
            "stage_advanced" => data.TryGetProperty("despite", out var despite) && despite.ValueKind == JsonValueKind.Object
                ? Say("stage_advanced.despite", zone, Kind<Domain.Cultivation.Stage>("to"), Organ(), despite.GetProperty("reason").ToString())
                : Of(zone, Kind<Domain.Cultivation.Stage>("to"), Organ()),
            "application_turned_down" => Of(zone, Word("reason")),
            "finding_stated" => Of(zone, Word("criterion"), Kind<Domain.Cultivation.Fulfilment>("finding"), Word("text")),
            "finding_confirmed" => Of(zone, Word("criterion")),
            "finding_sent_back" => Of(zone, Word("criterion"), Word("reason")),
            "criterion_set" => Of(Word("criterion"), data.GetProperty("terms").GetProperty("title").ToString()),
            "criterion_withdrawn" => Of(Word("criterion"), Word("reason")),
            "supervision_answered" or "supervision_closed" => Of(Task(), Unit(), Word("supervision"), Word("text")),
            "conference_seat_set" => Of(Word("seat"), Organisation(), Word("post"), Kind<SeatRole>("role")),
            "conference_seat_ended" => Of(Word("seat"), Word("reason")),
            "meeting_convened" => Of(subject, Word("meetsOn"), data.GetProperty("items").GetArrayLength()),
            "meeting_cancelled" => Of(subject, Word("reason")),
            "meeting_held" => Of(
                subject, Word("heldOn"),
                data.GetProperty("attendance").EnumerateArray().Count(one => one.GetProperty("presence").GetString() != "absent"),
                data.GetProperty("attendance").GetArrayLength(), Word("quorum")),
            "item_decided" => Of(subject, Word("item"), Kind<DecisionOutcome>("outcome"), Word("text")),
            "decision_corrected" => Of(subject, Word("item"), Kind<DecisionOutcome>("outcome"), Word("text"), Word("reason")),
            "minutes_closed" => Of(subject, data.GetProperty("minutes").GetProperty("name").ToString()),
            "minutes_corrected" => Of(subject, data.GetProperty("minutes").GetProperty("name").ToString(), Word("reason")),
            "institution_entered" => Of(subject, Word("name"), Place()),
            "institution_renamed" => Of(subject, Word("name"), Word("from")),
            "institution_moved" => Of(subject, Place(), Word("from")),
            "institution_merged" => Of(subject, Word("into"), Word("from")),
            "institution_closed" => Of(subject, Word("from")),
            "institution_reopened" => Of(subject, Word("reason")),
            "recognition_granted" => Of(subject, Word("number"), Registered(), Word("from"), Last()),
            "recognition_renewed" => Of(subject, Word("number"), Word("from"), Last()),
            "recognition_ended" => Of(subject, Word("number"), Word("from"), Kind<RecognitionEnd>("cause")),
            "recognition_corrected" => Of(subject, Word("number"), Word("from"), Last(), Word("reason")),
            "recognition_struck" => Of(subject, Word("number"), Word("reason")),
            "institution_act_corrected" => Of(subject, Word("act"), InTruth(), Word("reason")),
            "institution_act_struck" => Of(subject, Word("act"), Word("reason")),
            "outcome_reported" or "outcome_completed" => Of(subject, Word("number"), Word("text")),
            "history_checked" => Say(
                data.GetProperty("divergences").GetArrayLength() == 0 ? "history_checked.holds" : "history_checked.diverges",
                Word("entries"), data.GetProperty("divergences").GetArrayLength()),
            var other => throw new InvalidOperationException($"No sentence says what '{other}' is; it needs one."),
        };

        string Of(params object[] arguments) => Say(@event.Type, arguments);

        string Word(string name) => data.TryGetProperty(name, out var value) ? value.ToString() : "";

        object Kind<TEnum>(string name)
            where TEnum : struct, Enum =>
            Enum.TryParse<TEnum>(Word(name).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : Word(name);

        object Series() => programme?.FindSeries(Word("series"))?.Name ?? (object)Word("series");

        object SeriesUnit() => programme?.FindSeries(Word("series"))?.Unit ?? (object)"";

        decimal Value() => data.GetProperty("value").GetDecimal();

        NodaTime.LocalDate? On() =>
            data.TryGetProperty("on", out var on) && NodaTime.Text.LocalDatePattern.Iso.Parse(on.GetString()!).TryGetValue(default, out var day) ? day : null;

        object Organisation() => On() is { } day
            ? programme?.OrganisationName(Word("organisation"), day) ?? (object)Word("organisation")
            : Word("organisation");

        // As it was called on the day of the paper.
        Domain.Name? Zone(string code) => programme?.ZoneNamedOn(code, On() ?? NodaTime.LocalDate.MaxIsoValue)?.ShortName;

        string Task() => subject.Split('/')[0];

        object Unit()
        {
            var unit = subject.Split('/')[1];
            return Zone(unit) ?? (programme is not null && On() is { } day ? programme.OrganisationName(unit, day) : null) ?? (object)unit;
        }

        object Told() => Domain.Period.TryParse(Word("period"), out var quarter) ? quarter.Value : Word("period");

        object Place() => Word("zone") is { Length: > 0 } code ? programme?.FindZone(code)?.ShortName ?? (object)code : "—";

        object Registered() => programme?.FindRegisterKind(Word("kind"))?.Name ?? (object)Word("kind");

        string InTruth() => string.Join(texts["list.separator"], new[]
        {
            Word("name"), Has("zone") ? Named(Place()) : "", Word("into"), Has("kind") ? Named(Registered()) : "", Word("level"), Word("certificate"), Word("from"),
            Has("until") ? $"– {Word("until")}" : "", Has("cause") ? texts[$"recognition_end.{Word("cause")}"] : "", Word("document"),
        }.Where(word => word.Length > 0));

        bool Has(string name) => Word(name).Length > 0;

        static string Named(object named) => named is Domain.Name name ? name.In(Texts.Language) : named.ToString()!;

        string Last() => Word("until") is { Length: > 0 } until ? until : "…";

        string Number() => data.GetProperty("number").Deserialize<Domain.Notices.DocumentNumber>(Store.LedgerJson.Options)!.Text;

        string Organ() => data.GetProperty("basis").GetProperty("organ").ToString();

        string Paper() => data.GetProperty("document").GetProperty("number").ToString();
    }

    private string Untold(ToldEvent @event)
    {
        var year = @event.Stream["assessment/".Length..];
        return @event is { Type: "ballot_sealed", Officer: { } member }
            ? Say("ballot_sealed.by", year, member)
            : Say($"{@event.Type}.untold", year);
    }

    private string Say(string key, params object[] arguments) => texts[$"event.{key}", arguments];
}
