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

namespace Ledger.Domain.Audit.Comparison;

/// <summary>The net difference that the events of some streams make from one moment to another, earlier or later.</summary>
/// <param name="Unchanged">Things that events between are about and that are as they were; they are counted and not listed.</param>
public sealed record NetChange(IReadOnlyList<StreamChange> Changes, int Unchanged)
{
    /// <param name="streams">Those with events between the two; others make no difference.</param>
    public static NetChange Of(IReadOnlyList<StreamHistory> streams, long from, long to)
    {
        List<StreamChange> changes =
        [
            .. streams.SelectMany(stream => LedgerState.Of([stream], from).To(LedgerState.Of([stream], to)).Select(change => new StreamChange(stream.Id, change)))
                .OrderBy(change => change.Change.Aspect, Aspect.Order),
        ];
        var (first, last) = (Math.Min(from, to), Math.Max(from, to));
        var touched = streams.SelectMany(stream => stream.Events
            .Where(entry => entry.Provenance.Position > first && entry.Provenance.Position <= last)
            .Select(entry => Subject(stream.Id, entry.Event))).OfType<(MatterKind, string)>().ToHashSet();
        return new(changes, touched.Except(changes.Select(change => (change.Change.Aspect.Kind, change.Change.Aspect.Key))).Count());
    }

    /// <summary>What an event is about; null: nothing that is compared, as a paper says itself which number it was given.</summary>
    public static (MatterKind Kind, string Key)? Subject(string stream, object @event)
    {
        var subject = stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return @event switch
        {
            FigureReported e => Figure(e.Series),
            FigureWithdrawn e => Figure(e.Series),
            CorrectionRequested e => Figure(e.Series),
            CorrectionApproved e => Figure(e.Series),
            CorrectionRefused e => Figure(e.Series),
            ReturnEvent => (MatterKind.Return, subject),
            OfficerEvent => (MatterKind.Officer, subject),
            ProgrammeEvent => (MatterKind.Programme, subject),
            SchemeEvent e => (MatterKind.Scheme, FormattableString.Invariant($"{subject}/{e.Scheme.Version}")),
            NoticeEvent e => (MatterKind.Notice, FormattableString.Invariant($"{subject}/{e.Edition}")),
            AssessmentEvent => (MatterKind.Assessment, subject),
            InstitutionEvent => (MatterKind.Institution, subject),
            TaskEvent => (MatterKind.Task, subject),
            ConferenceEvent or MeetingEvent => (MatterKind.Conference, subject),
            CultivationEvent => (MatterKind.Zone, subject),
            CriterionSet e => Condition(e.Criterion),
            CriterionWithdrawn e => Condition(e.Criterion),
            LogKeyEvent or HistoryChecked => (MatterKind.Log, stream),
            DocumentNumberEvent => null,
            _ => throw new InvalidOperationException($"What {@event.GetType().Name} is about is not compared."),
        };

        static (MatterKind, string) Condition(int number) => (MatterKind.Condition, AspectWords.Text(number));

        (MatterKind, string) Figure(string series)
        {
            var slash = subject.IndexOf('/', StringComparison.Ordinal);
            return (MatterKind.Figure, $"{subject[..slash]}/{series}{subject[slash..]}");
        }
    }
}

/// <param name="Stream">Whose events made the difference.</param>
public sealed record StreamChange(string Stream, AspectChange Change);
