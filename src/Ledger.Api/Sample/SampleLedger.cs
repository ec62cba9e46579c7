using System.Globalization;
using System.Text;
using Ledger.Api.Access;
using Ledger.Api.Assessment;
using Ledger.Api.Conference;
using Ledger.Api.Cultivation;
using Ledger.Api.KeyTasks;
using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Conference;
using Ledger.Domain.Cultivation;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Notices;
using Ledger.Domain.Reporting;
using Npgsql;

namespace Ledger.Api.Sample;

/// <summary>Plays the sample's story into the ledger, through the same commands as anybody's work.</summary>
/// <remarks>
/// Each act carries its own idempotency key: what was interrupted goes on where it stopped, and nothing is done twice. A ballot carries
/// none, so as not to tell of what is sealed; it was cast if an act after it was done, and cast again it records nothing.
/// </remarks>
public sealed class SampleLedger(
    LedgerWriter writer, LedgerReader reader, ProgrammeActs programmes, ReturnActs returns, NoticeActs notices,
    SchemeActs schemes, AssessmentActs assessments, TaskActs tasks, CultivationActs cultivation, ConferenceActs conference, RegisterActs registers,
    EvidenceStore evidence, Overdue overdue, Programmes inForce, Credentials credentials,
    Today today, NpgsqlDataSource database)
{
    private const string KeyPrefix = "sample/";

    private readonly Lazy<SampleStory> story = new(SampleStory.Read);

    public IReadOnlyList<SampleOfficer> Officers => story.Value.Officers;

    /// <summary>Whether the ledger is empty, or holds the beginning of this very sample.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancellation)
    {
        if ((await reader.HeadAsync(cancellation)).Position < 0)
            return true;
        var told = story.Value.Acts.Index().Where(act => !IsBallot(act.Item)).Select(act => KeyOf(act.Index, act.Item))
            .ToDictionary(key => key.Key, key => key.RequestHash);
        var done = await DoneAsync(cancellation);
        return done.Count > 0 && done.Count < told.Count && done.All(key => told.GetValueOrDefault(key.Key) == key.RequestHash);
    }

    /// <param name="password">Of every officer of the sample; it opens nothing but on a loopback address.</param>
    /// <exception cref="InvalidOperationException">The ledger refused an act, as it does where it holds something else already.</exception>
    public async Task LoadAsync(string password, CancellationToken cancellation)
    {
        // The story itself tells what fell overdue, and when; the clock would find all its past years overdue at once.
        await using var clock = await overdue.HoldAsync(cancellation);
        foreach (var paper in story.Value.Papers)
            await KeepAsync(paper, cancellation);
        var done = (await DoneAsync(cancellation)).Select(key => key.Key).ToHashSet();
        var last = story.Value.Acts.Index().LastOrDefault(act => done.Contains(KeyOf(act.Index))).Index;
        foreach (var (index, act) in story.Value.Acts.Index().Skip(last))
        {
            var context = new WriteContext(
                act.Actor, Idempotency: IsBallot(act) ? null : KeyOf(index, act), Decision: (act as SampleAct.Adopt)?.Decision);
            if (await TakeAsync(act, password, context, cancellation) is WriteResult.Refused(var refusal))
                throw Refused(act.ToString(), refusal);
        }
    }

    private Task<WriteResult> TakeAsync(
        SampleAct act, string password, WriteContext context, CancellationToken cancellation) => act switch
    {
        SampleAct.Appoint appointment => AppointAsync(appointment.Command, password, context, cancellation),
        SampleAct.Adopt adoption => programmes.AdoptAsync(adoption.Command, context, cancellation),
        SampleAct.OnReturn work => OnReturnAsync(work, context, cancellation),
        SampleAct.FallOverdue deadline => FallOverdueAsync(deadline, context, cancellation),
        SampleAct.Issue(var on, _, var period, var number) =>
            notices.IssueAsync(period, new IssueNotice(number, on), position: null, context, cancellation),
        SampleAct.AdoptTheScheme adoption => schemes.AdoptAsync(adoption.Command, context, cancellation),
        SampleAct.OnTask work => OnTaskAsync(work, context, cancellation),
        SampleAct.OnZone work => OnZoneAsync(work, context, cancellation),
        SampleAct.OnInstitution work => registers.ActAsync(work.Code, work.Command, context, cancellation),
        SampleAct.OnAssessment work => OnAssessmentAsync(work, context, cancellation),
        SampleAct.OnConference work => OnConferenceAsync(work, context, cancellation),
        _ => throw new InvalidOperationException($"{act} is not loaded."),
    };

    private Task<WriteResult> OnTaskAsync(SampleAct.OnTask work, WriteContext context, CancellationToken cancellation)
    {
        var (task, unit) = (work.Task, work.Unit);
        return work.Command switch
        {
            SetMilestone command => tasks.SetMilestoneAsync(task, unit, command, context, cancellation),
            ReportTask command => tasks.ReportAsync(task, unit, command, context, cancellation),
            ConfirmReport command => tasks.ConfirmAsync(task, unit, command, context, cancellation),
            SendReportBack command => tasks.SendBackAsync(task, unit, command, context, cancellation),
            QueryReport command => tasks.QueryAsync(task, unit, command, context, cancellation),
            AnswerTaskQuery command => tasks.AnswerQueryAsync(task, unit, command, context, cancellation),
            SuperviseTask command => tasks.SuperviseAsync(task, unit, command, context, cancellation),
            AnswerSupervision command => tasks.AnswerAsync(task, unit, command, context, cancellation),
            CloseSupervision command => tasks.CloseAsync(task, unit, command, context, cancellation),
            _ => throw new InvalidOperationException($"{work.Command} is not loaded."),
        };
    }

    private Task<WriteResult> OnZoneAsync(SampleAct.OnZone work, WriteContext context, CancellationToken cancellation) => work.Command switch
    {
        SetCriterion command => cultivation.SetCriterionAsync(command, context, cancellation),
        SelectZone command => cultivation.SelectAsync(work.Zone!, command, context, cancellation),
        AdvanceStage command => cultivation.AdvanceAsync(work.Zone!, command, context, cancellation),
        StateFinding command => cultivation.StateAsync(work.Zone!, command, context, cancellation),
        ConfirmFinding command => cultivation.ConfirmAsync(work.Zone!, command, context, cancellation),
        _ => throw new InvalidOperationException($"{work.Command} is not loaded."),
    };

    private Task<WriteResult> OnConferenceAsync(SampleAct.OnConference work, WriteContext context, CancellationToken cancellation) => work switch
    {
        { Command: SetSeat command } => conference.SetSeatAsync(command, context, cancellation),
        { Command: ConveneMeeting command, Meeting: { } meeting } => conference.ConveneAsync(meeting, command, context, cancellation),
        { Command: HoldMeeting command, Meeting: { } meeting } => conference.HoldAsync(meeting, command, context, cancellation),
        { Command: DecideItem command, Meeting: { } meeting } => conference.DecideAsync(meeting, command, context, cancellation),
        { Command: CloseMinutes command, Meeting: { } meeting } => conference.CloseMinutesAsync(meeting, command, context, cancellation),
        _ => throw new InvalidOperationException($"{work.Command} is not loaded."),
    };

    private async Task<WriteResult> OnAssessmentAsync(SampleAct.OnAssessment work, WriteContext context, CancellationToken cancellation)
    {
        var year = work.Year;
        return work.Command switch
        {
            OpenAssessment command => await assessments.OpenAsync(year, command, context, cancellation),
            DeclareInterest command => await assessments.DeclareAsync(year, command, context, cancellation),
            FreezeFigures command => await assessments.FreezeAsync(year, command, context, cancellation),
            CastBallot command => await assessments.CastAsync(year, command, context, cancellation),
            CloseVoting command => await assessments.CloseVotingAsync(year, command, context, cancellation),
            RecordAdjustment command => await assessments.AdjustAsync(year, command, context, cancellation),
            RecordVeto command => await assessments.VetoAsync(year, command, context, cancellation),
            RatifyResult command => await assessments.RatifyAsync(year, command, context, cancellation),
            PublishResult command => await assessments.PublishAsync(year, command, context, cancellation),
            LodgeAppeal command => await assessments.AppealAsync(year, command, context, cancellation),
            DecideAppeal command => await assessments.DecideAppealAsync(year, command, context, cancellation),
            UpholdWithFiguresOfTheDay command => await assessments.DecideAppealAsync(
                year, command.At((await reader.HeadAsync(cancellation)).Position), context, cancellation),
            ReopenAssessment command => await assessments.ReopenAsync(year, command, context, cancellation),
            FollowOutcome command => await assessments.FollowAsync(year, command, context, cancellation),
            CloseAssessment command => await assessments.CloseAsync(year, command, context, cancellation),
            _ => throw new InvalidOperationException($"{work.Command} is not loaded."),
        };
    }

    private Task<WriteResult> OnReturnAsync(SampleAct.OnReturn work, WriteContext context, CancellationToken cancellation)
    {
        var (zone, period) = (work.Zone, work.Period);
        return work.Command switch
        {
            ReportFigures command => returns.ReportAsync(zone, period, command, context, cancellation),
            WithdrawFigure command => returns.WithdrawAsync(zone, period, command, context, cancellation),
            SubmitReturn command => returns.SubmitAsync(zone, period, command, context, cancellation),
            QueryFigure command => returns.QueryAsync(zone, period, command, context, cancellation),
            AnswerQuery command => returns.AnswerAsync(zone, period, command, context, cancellation),
            SendBack command => returns.SendBackAsync(zone, period, command, context, cancellation),
            AcceptReturn command => returns.AcceptAsync(zone, period, command, context, cancellation),
            RequestCorrection command => returns.RequestCorrectionAsync(zone, period, command, context, cancellation),
            ApproveCorrection command => returns.ApproveCorrectionAsync(zone, period, command, context, cancellation),
            RefuseCorrection command => returns.RefuseCorrectionAsync(zone, period, command, context, cancellation),
            _ => throw new InvalidOperationException($"{work.Command} is not loaded."),
        };
    }

    private async Task<WriteResult> AppointAsync(
        AppointOfficer command, string password, WriteContext context, CancellationToken cancellation)
    {
        var programme = (await inForce.FindInForceAsync(position: null, cancellation))?.Document;
        var organisations = programme?.Organisations.Select(organisation => organisation.Code).ToHashSet() ?? [];
        var zones = programme?.Zones.Select(zone => zone.Code).ToHashSet() ?? [];
        var result = await writer.WriteAsync(
            Officer.Stream(command.User),
            state => command.Decide(state, organisations, zones, context.Actor, today.Date),
            context, cancellation);
        if (result is WriteResult.Written)
            await credentials.SetAsync(command.User, password, sample: true, cancellation);
        return result;
    }

    private async Task<WriteResult> FallOverdueAsync(
        SampleAct.FallOverdue deadline, WriteContext context, CancellationToken cancellation)
    {
        var programme = await inForce.InForceAsync(position: null, cancellation);
        return await writer.WriteAsync(
            ZoneReturn.Stream(deadline.Zone, deadline.Period),
            state => new RecordOverdue(deadline.DueAt).Decide(state, programme.Document, context.Actor),
            context, cancellation);
    }

    private async Task KeepAsync(SamplePaper paper, CancellationToken cancellation)
    {
        var by = Officers.Single(officer => officer.User == paper.Officer);
        using var content = new MemoryStream(paper.Content.ToArray());
        var result = await evidence.KeepAsync(content, paper.Name, paper.MediaType, by.Actor, cancellation);
        if (result is EvidenceResult.Refused(var refusal))
            throw Refused(paper.Name, refusal);
    }

    private async Task<IReadOnlyList<Idempotency>> DoneAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select key, request_hash from ledger.idempotency where key like $1 || '%'");
        command.Parameters.AddWithValue(KeyPrefix);
        var done = new List<Idempotency>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            done.Add(new(row.GetString(0), row.GetString(1)));
        return done;
    }

    private static bool IsBallot(SampleAct act) => act is SampleAct.OnAssessment { Command: CastBallot };

    private static string KeyOf(int index) => FormattableString.Invariant($"{KeyPrefix}{index + 1:0000}");

    private static Idempotency KeyOf(int index, SampleAct act) => new(KeyOf(index), LedgerJson.HashOf(act));

    private static InvalidOperationException Refused(string what, Refusal refusal) => new(new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"The ledger does not take {what}: {refusal.Code} {string.Join(", ", refusal.Arguments)}")
        .AppendJoin("", refusal.Faults.Select(fault => $"; {fault.Pointer} {fault.Code} {string.Join(", ", fault.Arguments)}"))
        .ToString());
}
