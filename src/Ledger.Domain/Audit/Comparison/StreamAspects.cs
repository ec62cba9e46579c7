using System.Globalization;
using System.Text.Json;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Conference;
using Ledger.Domain.Cultivation;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Ledger.Domain.Reporting;
using NodaTime.Text;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>What a stream's events say of the things they are about, once folded. Counters that only tell that something happened are no aspect.</summary>
public static class StreamAspects
{
    /// <param name="position">Of the events up to and including it.</param>
    public static IEnumerable<KeyValuePair<Aspect, string>> Of(StreamHistory stream, long position)
    {
        var subject = stream.Id[(stream.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var aspects = stream.Id.Split('/')[0] switch
        {
            "return" => OfReturn(Fold(ZoneReturn.StreamOf(stream.Id))),
            "officer" => OfOfficer(Fold(Officer.Stream(subject))),
            "programme" => OfProgramme(Fold(ProgrammeHistory.Stream)),
            "scheme" => OfScheme(Fold(SchemeHistory.Stream(subject))),
            "notice" => OfNotice(Fold(NoticeHistory.Stream(Period.Parse(subject)))),
            "assessment" => OfAssessment(Fold(AssessmentYear.Stream(int.Parse(subject, CultureInfo.InvariantCulture)))),
            "task" => OfTask(Fold(TaskPart.StreamOf(stream.Id))),
            ConferenceSeats.StreamId => OfSeats(Fold(ConferenceSeats.Stream)),
            "meeting" => OfMeeting(Fold(Meeting.StreamOf(stream.Id))),
            "cultivation" => OfCultivation(Fold(CultivatedZone.StreamOf(stream.Id))),
            Eligibility.StreamId => OfEligibility(Fold(Eligibility.Stream)),
            "institution" => OfInstitution(Fold(Institution.StreamOf(stream.Id))),
            // The register of numbers says nothing that the papers which bear them do not; other streams hold no decision.
            _ => [],
        };
        return aspects.Where(aspect => aspect.Text is not null).Select(aspect => KeyValuePair.Create(aspect.Aspect, aspect.Text!));

        TState Fold<TState, TEvent>(EventStream<TState, TEvent> of)
            where TEvent : notnull =>
            of.Fold(stream.Events.Where(entry => entry.Provenance.Position <= position)
                .Select(entry => new Recorded<TEvent>((TEvent)entry.Event, entry.Provenance)));
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfReturn(ZoneReturn state)
    {
        var key = $"{state.Zone}/{state.Period}";
        if (state.LastActOn is not null || state.OverdueSince is not null)
            yield return (new(MatterKind.Return, key, "state"), Word(state.State));
        yield return (new(MatterKind.Return, key, "overdue"), state.OverdueSince is { } since ? InstantPattern.ExtendedIso.Format(since) : null);
        foreach (var (series, figure) in state.Figures)
        {
            var of = $"{state.Zone}/{series}/{state.Period}";
            var standing = figure.Standing;
            if (standing.Status != FigureStatus.Withdrawn)
                yield return (new(MatterKind.Figure, of, "value"), Text(standing.Value));
            yield return (new(MatterKind.Figure, of, "status"), Word(standing.Status));
        }
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfOfficer(Officer state)
    {
        if (!state.IsAppointed)
            yield break;
        yield return (new(MatterKind.Officer, state.User, "name"), state.Name);
        yield return (new(MatterKind.Officer, state.User, "organisation"), state.Organisation);
        yield return (new(MatterKind.Officer, state.User, "role"), Word(state.Role));
        yield return (new(MatterKind.Officer, state.User, "zone"), state.Zone);
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfProgramme(ProgrammeHistory state)
    {
        if (state.InForce is { } version)
            yield return (new(MatterKind.Programme, ProgrammeHistory.Id, "version"), Text(version.Number));
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfTask(TaskPart state)
    {
        foreach (var report in state.Reports.Values)
        {
            yield return (Of($"state.{report.Period}"), Word(report.State));
            yield return (Of($"review.{report.Period}"), Word(report.Review));
        }

        foreach (var supervision in state.Supervisions)
            yield return (Of(FormattableString.Invariant($"supervision.{supervision.Number}")), Word(supervision.State));

        Aspect Of(string name) => new(MatterKind.Task, $"{state.Task}/{state.Unit}", name);
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfSeats(ConferenceSeats state) =>
        state.All.Where(seat => seat.Until is null).Select(seat => (
            new Aspect(MatterKind.Conference, ConferenceSeats.StreamId, FormattableString.Invariant($"seat.{seat.Number}")),
            (string?)$"{seat.Organisation} {seat.Post} ({Word(seat.Role)})"));

    private static IEnumerable<(Aspect Aspect, string? Text)> OfMeeting(Meeting state)
    {
        yield return (Of("state"), Word(state.State));
        yield return (Of("meets_on"), (state.HeldOn ?? state.MeetsOn) is { } day ? LocalDatePattern.Iso.Format(day) : null);
        foreach (var decision in state.Decisions.Values)
            yield return (Of(FormattableString.Invariant($"decision.{decision.Item}")), Word(decision.Outcome));
        yield return (Of("minutes"), state.Minutes?.Sha256);

        Aspect Of(string name) => new(MatterKind.Conference, state.Number, name);
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfCultivation(CultivatedZone state)
    {
        yield return (Of("stage"), state.Stage is { } stage ? Word(stage) : null);
        yield return (Of("stage_despite"), state.Course is [.., var step] ? step.Despite?.Reason : null);
        yield return (Of("track"), state.Selection is { } selection ? Word(selection.Track) : null);
        yield return (Of("zone_goal"), state.Selection is { } selected ? Word(selected.GoalCode) : null);
        foreach (var finding in state.Findings.Values)
        {
            yield return (Of(FormattableString.Invariant($"finding.{finding.Criterion}")), Word(finding.Finding));
            yield return (Of(FormattableString.Invariant($"finding_review.{finding.Criterion}")), Word(finding.Review));
        }

        Aspect Of(string name) => new(MatterKind.Zone, state.Zone, name);
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfEligibility(Eligibility state)
    {
        foreach (var criterion in state.Criteria.Values)
        {
            var key = Text(criterion.Number);
            yield return (new(MatterKind.Condition, key, "title"), criterion.Terms.Title);
            yield return (new(MatterKind.Condition, key, "text"), criterion.Terms.Text);
            yield return (new(MatterKind.Condition, key, "threshold"), criterion.Terms.Threshold);
        }
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfInstitution(Institution state)
    {
        if (!state.IsEntered)
            yield break;
        yield return (Of("name"), Course(state.Names, name => name));
        yield return (Of("zone"), Course(state.Zones, zone => zone ?? "—"));
        yield return (Of("ending"), state.Ending is { } ending ? $"{LocalDatePattern.Iso.Format(ending.From)} {ending.Into}".TrimEnd() : null);
        foreach (var known in state.Recognitions)
        {
            yield return (
                Of(FormattableString.Invariant($"recognition.{known.Number}")),
                known.Struck is null
                    ? $"{known.Kind} {known.Level} {string.Join(", ", known.Terms.Select(Term))}{(known.Ended is { } ended ? $" ({Word(ended.Cause)} {LocalDatePattern.Iso.Format(ended.From)})" : "")}"
                    : null);
        }

        // From the beginning on: what was corrected is often not the last word.
        static string Course<T>(Timeline<T> timeline, Func<T, string> text) => string.Join(
            " → ", timeline.Entries.Select(entry => entry.From == Institution.Ever ? text(entry.Value) : $"{LocalDatePattern.Iso.Format(entry.From)} {text(entry.Value)}"));

        static string Term(RecognitionTerm term) =>
            $"{term.Certificate} {LocalDatePattern.Iso.Format(term.From)} – {(term.Until is { } until ? LocalDatePattern.Iso.Format(until) : "…")}".TrimStart();

        Aspect Of(string name) => new(MatterKind.Institution, state.Code, name);
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfScheme(SchemeHistory state) =>
        state.Versions.Select(version => (
            new Aspect(MatterKind.Scheme, FormattableString.Invariant($"{state.Id}/{version.Number}"), "from_year"), (string?)Text(version.FromYear)));

    private static IEnumerable<(Aspect Aspect, string? Text)> OfNotice(NoticeHistory state) =>
        state.Editions.Select(edition => (
            new Aspect(MatterKind.Notice, FormattableString.Invariant($"{state.Period}/{edition.Number}"), "number"), (string?)edition.DocumentNumber.Text));

    private static IEnumerable<(Aspect Aspect, string? Text)> OfAssessment(AssessmentYear state)
    {
        if (state.Phase == Phase.None)
            yield break;
        var year = Text(state.Year);
        yield return (Of("phase"), Word(state.Phase));
        yield return (Of("scheme"), FormattableString.Invariant($"{state.Scheme}/{state.SchemeVersion}"));
        yield return (Of("figures"), state.FiguresPosition is { } position ? FormattableString.Invariant($"@{position}") : null);
        yield return (Of("edition"), state.Latest is { } latest ? Text(latest.Edition) : null);
        yield return (Of("published"), state.PublishedEdition is { } published ? Text(published) : null);
        foreach (var adjustment in state.Adjustments)
            yield return (Of(FormattableString.Invariant($"adjustment.{adjustment.Number}")), $"{adjustment.Zone} {adjustment.Item} × {Text(adjustment.Count)}{Lifted(adjustment.Lifted is not null)}");
        foreach (var veto in state.Vetoes)
            yield return (Of(FormattableString.Invariant($"veto.{veto.Number}")), $"{veto.Zone} {veto.Item}{Lifted(veto.Lifted is not null)}");
        foreach (var appeal in state.Appeals)
            yield return (Of(FormattableString.Invariant($"appeal.{appeal.Number}")), appeal.Decision is { } decision ? decision.Upheld ? "upheld" : "dismissed" : "lodged");
        foreach (var outcome in state.Outcomes)
            yield return (Of(FormattableString.Invariant($"outcome.{outcome.Decision.Number}")), Word(outcome.State));
        foreach (var zone in (state.Published ?? state.Latest)?.Content.Zones ?? [])
        {
            yield return (new(MatterKind.Grade, $"{year}/{zone.Zone}", "grade"), zone.Grade);
            yield return (new(MatterKind.Grade, $"{year}/{zone.Zone}", "score"), zone.Final is { } score ? Text(score) : null);
            yield return (new(MatterKind.Grade, $"{year}/{zone.Zone}", "place"), zone.Place is { } place ? Text(place.Number) : null);
        }

        Aspect Of(string name) => new(MatterKind.Assessment, year, name);
    }

    private static string Lifted(bool isLifted) => isLifted ? " (lifted)" : "";

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
