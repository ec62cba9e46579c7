using Ledger.Api.Sample;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Sample;

/// <summary>The sample's story played through the Domain's own commands, in memory; every act has to be taken.</summary>
internal sealed class SampleStage
{
    private static readonly LocalDate Today = new(2026, 11, 1);

    private readonly Dictionary<string, Evidence> kept;
    private readonly HashSet<string> organisations = [];
    private readonly HashSet<string> zones = [];
    private long position = -1;

    private SampleStage(SampleStory story)
    {
        Story = story;
        kept = story.Papers.ToDictionary(
            paper => paper.Sha256, paper => new Evidence(paper.Sha256, paper.Name, paper.MediaType, paper.Content.Length));
    }

    public static SampleStage Played { get; } = Play();

    public SampleStory Story { get; }

    public ProgrammeHistory Programme { get; private set; } = ProgrammeHistory.Stream.Initial;

    public Dictionary<(string Zone, Period Period), ZoneReturn> Returns { get; } = [];

    public Dictionary<string, Officer> Officers { get; } = [];

    /// <summary>At every submission: the return, what the checks found, and the command.</summary>
    public List<(ZoneReturn State, IReadOnlyList<Finding> Findings, SubmitReturn Command)> Submissions { get; } = [];

    /// <summary>The figures as they stood when the notice for the period was issued, and the states of all returns then.</summary>
    public Dictionary<Period, Cut> AtTheNotice { get; } = [];

    public ProgrammeDocument Document => Programme.InForce!.Document;

    public FigureBook Book => new(Returns.Values.SelectMany(state => state.Figures.Values).Select(figure => figure.Standing));

    public decimal Value(string zone, string series, string period) =>
        Book.Accepted().Find(zone, series, Period.Parse(period)).ShouldNotBeNull($"{zone} {series} {period}").Value;

    private static SampleStage Play()
    {
        var stage = new SampleStage(SampleStory.Read());
        foreach (var act in stage.Story.Acts)
            stage.Take(act);
        return stage;
    }

    private void Take(SampleAct act)
    {
        switch (act)
        {
            case SampleAct.Appoint(_, var actor, var command):
                var office = Officer.Stream(command.User);
                var officer = Officers.GetValueOrDefault(command.User, office.Initial);
                Officers[command.User] = Folded(office, officer, command.Decide(officer, organisations, zones, actor, Today), act);
                break;
            case SampleAct.Adopt(_, var actor, var command, _):
                Programme = Folded(ProgrammeHistory.Stream, Programme, command.Decide(Programme, actor, Today), act);
                organisations.UnionWith(Document.Organisations.Select(organisation => organisation.Code));
                zones.UnionWith(Document.Zones.Select(zone => zone.Code));
                break;
            case SampleAct.OnReturn(_, _, var zone, var period, _) work:
                OnReturn(zone, period, act, state => Decide(work, state));
                break;
            case SampleAct.FallOverdue(_, var actor, var zone, var period, var dueAt):
                OnReturn(zone, period, act, state => new RecordOverdue(dueAt).Decide(state, Document, actor));
                break;
            case SampleAct.Issue(_, _, var period, _):
                AtTheNotice.Add(period, new(Book, Returns.ToDictionary()));
                break;
            case SampleAct.OnTask or SampleAct.OnZone or SampleAct.OnConference or SampleAct.OnInstitution:
                // Nothing that is played here follows from key tasks, the zones' cultivation or the register, nor from the conference but by the version that rests on it.
                break;
            case SampleAct.AdoptTheScheme or SampleAct.OnAssessment:
                // What the committee does follows from all the rest, positions included, and is tried on a real ledger.
                break;
            default:
                throw new InvalidOperationException($"{act} is not played.");
        }
    }

    private void OnReturn(string zone, Period period, SampleAct act, Func<ZoneReturn, Decision<ReturnEvent>> decide)
    {
        var stream = ZoneReturn.Stream(zone, period);
        var state = Returns.GetValueOrDefault((zone, period), stream.Initial);
        Returns[(zone, period)] = Folded(stream, state, decide(state), act);
    }

    private Decision<ReturnEvent> Decide(SampleAct.OnReturn work, ZoneReturn state)
    {
        var history = new FigureBook(Book.All.Where(figure => figure.Zone == work.Zone));
        if (work.Command is SubmitReturn submit)
            Submissions.Add((state, ReturnChecks.Run(Document, state, history), submit));
        return work.Command switch
        {
            ReportFigures command => command.Decide(state, Document, kept, work.Actor, Today),
            WithdrawFigure command => command.Decide(state, Document, work.Actor, Today),
            SubmitReturn command => command.Decide(state, Document, history, work.Actor, Today),
            QueryFigure command => command.Decide(state, Document, work.Actor, Today),
            AnswerQuery command => command.Decide(state, Document, work.Actor, Today),
            SendBack command => command.Decide(state, Document, work.Actor, Today),
            AcceptReturn command => command.Decide(state, Document, history, work.Actor, Today),
            RequestCorrection command => command.Decide(state, Document, kept, work.Actor, Today),
            ApproveCorrection command => command.Decide(state, Document, work.Actor, Today),
            RefuseCorrection command => command.Decide(state, Document, work.Actor, Today),
            _ => throw new InvalidOperationException($"{work.Command} is not played."),
        };
    }

    private TState Folded<TState, TEvent>(EventStream<TState, TEvent> stream, TState state, Decision<TEvent> decision, SampleAct act)
        where TEvent : notnull
    {
        if (decision.Refusal is { } refusal)
        {
            throw new InvalidOperationException(
                $"{act} was refused: {refusal.Code} {string.Join(", ", refusal.Arguments)} "
                + string.Join("; ", refusal.Faults.Select(fault => $"{fault.Pointer} {fault.Code} {string.Join(", ", fault.Arguments)}")));
        }

        decision.Events.ShouldNotBeEmpty($"{act} changes nothing.");
        return decision.Events.Aggregate(state, (before, @event) => stream.Evolve(before, new(@event, new(
            Guid.Empty, stream.Id, Version: 0, ++position, Instant.FromUnixTimeSeconds(position), act.Actor))));
    }

    internal sealed record Cut(FigureBook Book, IReadOnlyDictionary<(string Zone, Period Period), ZoneReturn> Returns);
}
