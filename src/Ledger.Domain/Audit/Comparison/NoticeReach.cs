using Ledger.Domain.Conference;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>Which quarters' notices an event may make read otherwise; rather too many than too few, as those that read the same are told nothing of.</summary>
/// <param name="From">The first day that matters.</param>
/// <param name="To">The last day that matters; null: no end, as later notices look back.</param>
public sealed record NoticeReach(LocalDate From, LocalDate? To)
{
    public static NoticeReach Whole { get; } = new(LocalDate.MinIsoValue, To: null);

    public bool Covers(Period quarter) => quarter.End >= From && (To is null || quarter.Start <= To);

    /// <summary>A day that passes makes a report missing where nothing is recorded.</summary>
    public static IEnumerable<NoticeReach> OfDays(ProgrammeDocument programme, LocalDate earlier, LocalDate later) =>
        programme.Tasks.Count > 0 && earlier < later ? [new(earlier.PlusDays(-programme.TaskRules.DueDays), To: null)] : [];

    /// <param name="since">Events up to and including this position are left out.</param>
    public static IEnumerable<NoticeReach> Of(StreamHistory stream, long since)
    {
        var later = stream.Events.Where(entry => entry.Provenance.Position > since).Select(entry => entry.Event).ToList();
        return stream.Id.Split('/')[0] switch
        {
            // A year's figures are compared with the year before, so that the whole year is drawn.
            "return" => [new(new LocalDate(ZoneReturn.StreamOf(stream.Id).Initial.Period.Year, 1, 1), To: null)],
            "task" => later.Cast<TaskEvent>().SelectMany(OfTask).Distinct(),
            "institution" => later.Cast<InstitutionEvent>().Select(OfInstitution).Distinct(),
            "meeting" => OfMeeting(stream),
            _ => [],
        };
    }

    /// <summary>A report counts until there is a later one; what is supervised is told from the quarter before on, which goes out then.</summary>
    private static IEnumerable<NoticeReach> OfTask(TaskEvent @event) => @event switch
    {
        TaskReported e => [new(e.Period.Start, To: null)],
        TaskConfirmed e => [new(e.Period.Start, To: null)],
        TaskSentBack e => [new(e.Period.Start, To: null)],
        TaskSupervised e => [new(e.On.PlusMonths(-6), To: null)],
        SupervisionAnswered or SupervisionClosed => [Whole],
        _ => [],
    };

    private static NoticeReach OfInstitution(InstitutionEvent @event) => @event switch
    {
        InstitutionEntered e => e.From is { } from ? new(from, To: null) : Whole,
        InstitutionRenamed e => new(e.From, To: null),
        InstitutionMoved e => new(e.From, To: null),
        InstitutionMerged e => new(e.From, To: null),
        InstitutionClosed e => new(e.From, To: null),
        RecognitionGranted e => new(e.From, To: null),
        RecognitionRenewed e => new(e.From, To: null),
        RecognitionEnded e => new(e.From, To: null),
        _ => Whole,
    };

    private static IEnumerable<NoticeReach> OfMeeting(StreamHistory stream) =>
        stream.Events.Select(entry => entry.Event).OfType<MeetingHeld>().Select(held => new NoticeReach(held.HeldOn, held.HeldOn)).Distinct();
}
