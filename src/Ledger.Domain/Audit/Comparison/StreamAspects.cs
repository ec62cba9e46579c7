using System.Globalization;
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
using Ledger.Domain.Transparency;
using NodaTime.Text;
using static Ledger.Domain.Audit.Comparison.AspectWords;

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
            "assessment" => AssessmentAspects.Of(Fold(AssessmentYear.Stream(int.Parse(subject, CultureInfo.InvariantCulture)))),
            "task" => TaskAspects.Of(Fold(TaskPart.StreamOf(stream.Id))),
            ConferenceSeats.StreamId => ConferenceAspects.Of(Fold(ConferenceSeats.Stream)),
            "meeting" => ConferenceAspects.Of(Fold(Meeting.StreamOf(stream.Id))),
            "cultivation" => CultivationAspects.Of(Fold(CultivatedZone.StreamOf(stream.Id))),
            Eligibility.StreamId => CultivationAspects.Of(Fold(Eligibility.Stream)),
            "institution" => RegisterAspects.Of(Fold(Institution.StreamOf(stream.Id))),
            "log" => stream.Id == HistoryChecks.Stream.Id ? OfChecks(Fold(HistoryChecks.Stream)) : OfKeys(Fold(LogKeyHistory.Stream)),
            // The register of numbers says nothing that the papers which bear them do not.
            "document-numbers" => [],
            var other => throw new InvalidOperationException($"What a stream of '{other}' says is not compared."),
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
            yield return (Of("state"), state.State.Word());
        yield return (Of("overdue"), state.OverdueSince is { } since ? InstantPattern.ExtendedIso.Format(since) : null);
        foreach (var query in state.Queries)
        {
            yield return (Of("query", query.Number), query.Text);
            yield return (Of("query_answer", query.Number), query.Answer?.Text);
        }

        foreach (var correction in state.Corrections)
            yield return (Of("correction", correction.Number), correction.Ruling is { } ruling ? ruling.Approved ? "approved" : "refused" : "requested");
        foreach (var (series, figure) in state.Figures)
        {
            var of = $"{state.Zone}/{series}/{state.Period}";
            var standing = figure.Standing;
            if (standing.Status != FigureStatus.Withdrawn)
                yield return (new(MatterKind.Figure, of, "value"), Text(standing.Value));
            yield return (new(MatterKind.Figure, of, "status"), standing.Status.Word());
        }

        Aspect Of(params ReadOnlySpan<object> name) => new(MatterKind.Return, key, Name(name));
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfOfficer(Officer state)
    {
        if (!state.IsAppointed)
            yield break;
        yield return (new(MatterKind.Officer, state.User, "name"), state.Name);
        yield return (new(MatterKind.Officer, state.User, "organisation"), state.Organisation);
        yield return (new(MatterKind.Officer, state.User, "role"), state.Role.Word());
        yield return (new(MatterKind.Officer, state.User, "zone"), state.Zone);
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfProgramme(ProgrammeHistory state)
    {
        if (state.InForce is { } version)
            yield return (new(MatterKind.Programme, ProgrammeHistory.Id, "version"), Text(version.Number));
    }

    private static IEnumerable<(Aspect Aspect, string? Text)> OfScheme(SchemeHistory state) =>
        state.Versions.Select(version => (
            new Aspect(MatterKind.Scheme, FormattableString.Invariant($"{state.Id}/{version.Number}"), "from_year"), (string?)Text(version.FromYear)));

    private static IEnumerable<(Aspect Aspect, string? Text)> OfNotice(NoticeHistory state) =>
        state.Editions.Select(edition => (
            new Aspect(MatterKind.Notice, FormattableString.Invariant($"{state.Period}/{edition.Number}"), "number"), (string?)edition.DocumentNumber.Text));

    private static IEnumerable<(Aspect Aspect, string? Text)> OfKeys(LogKeyHistory state) =>
        [(new(MatterKind.Log, LogKeyHistory.Stream.Id, "key"), state.Current?.Key.ToString())];

    private static IEnumerable<(Aspect Aspect, string? Text)> OfChecks(HistoryChecks state) =>
        [(new(MatterKind.Log, HistoryChecks.Stream.Id, "check"), state.Last is { } last ? last.Found.Holds() ? "holds" : "fails" : null)];
}
