using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>The net difference that the events of some streams make from one moment to another, earlier or later.</summary>
/// <param name="Unchanged">Things that events between are about and that are as they were; they are counted and not listed.</param>
public sealed record NetChange(IReadOnlyList<AspectChange> Changes, int Unchanged)
{
    /// <param name="streams">Those with events between the two; others make no difference.</param>
    public static NetChange Of(IReadOnlyList<StreamHistory> streams, long from, long to)
    {
        var changes = LedgerState.Of(streams, from).To(LedgerState.Of(streams, to));
        var (first, last) = (Math.Min(from, to), Math.Max(from, to));
        var touched = streams.SelectMany(stream => stream.Events
            .Where(entry => entry.Provenance.Position > first && entry.Provenance.Position <= last)
            .Select(entry => Subject(stream.Id, entry.Event))).OfType<(MatterKind, string)>().ToHashSet();
        return new(changes, touched.Except(changes.Select(change => (change.Aspect.Kind, change.Aspect.Key))).Count());
    }

    /// <summary>What an event is about; null: nothing that is compared, such as a question about a figure.</summary>
    private static (MatterKind Kind, string Key)? Subject(string stream, object @event)
    {
        var subject = stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return @event switch
        {
            FigureReported e => Figure(e.Series),
            FigureWithdrawn e => Figure(e.Series),
            CorrectionRequested e => Figure(e.Series),
            CorrectionApproved e => Figure(e.Series),
            CorrectionRefused e => Figure(e.Series),
            ReturnSubmitted or ReturnSentBack or ReturnAccepted or ReturnFellOverdue => (MatterKind.Return, subject),
            OfficerEvent => (MatterKind.Officer, subject),
            ProgrammeEvent => (MatterKind.Programme, subject),
            SchemeEvent e => (MatterKind.Scheme, FormattableString.Invariant($"{subject}/{e.Scheme.Version}")),
            NoticeEvent e => (MatterKind.Notice, FormattableString.Invariant($"{subject}/{e.Edition}")),
            AssessmentEvent => (MatterKind.Assessment, subject),
            InstitutionEvent => (MatterKind.Institution, subject),
            _ => null,
        };

        (MatterKind, string) Figure(string series)
        {
            var slash = subject.IndexOf('/', StringComparison.Ordinal);
            return (MatterKind.Figure, $"{subject[..slash]}/{series}{subject[slash..]}");
        }
    }
}
