using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Notices;

/// <summary>How the zones reported: on time, late, not at all.</summary>
internal sealed class ReturnsDrawing
{
    private readonly NoticeBasis basis;
    private readonly CellBook cells;
    private readonly ProgrammeDocument programme;
    private readonly Dictionary<(string Zone, Period Period), ZoneReturn> states = [];

    public ReturnsDrawing(NoticeBasis basis, CellBook cells)
    {
        this.basis = basis;
        this.cells = cells;
        programme = basis.Programme.Document;
        Judged = NoticeBasis.Judged(basis.Period);
        foreach (var state in basis.Returns)
            states[(state.Zone, state.Period)] = state;
    }

    public IReadOnlyList<Period> Judged { get; }

    /// <summary>The quarters that the zone owed a return for.</summary>
    public IEnumerable<Period> JudgedOf(string zone) => NoticeBasis.Judged(basis.Period).Where(period => programme.IsThereIn(zone, period));

    public bool IsAccepted(string zone) => Find(zone, basis.Period) is { State: ReturnState.Accepted };

    public ReturnTimeliness TimelinessOf(string zone, Period period)
    {
        var dueAt = programme.DueAt(period);
        var isOnTime = Find(zone, period) is { } state ? Timeliness.IsOnTime(state, dueAt) : null;
        return isOnTime switch
        {
            true => ReturnTimeliness.OnTime,
            false => ReturnTimeliness.Late,
            null => basis.RecordedAt > dueAt ? ReturnTimeliness.Missing : ReturnTimeliness.Outstanding,
        };
    }

    public ReturnStanding[] Standings() => [.. programme.ZonesIn(basis.Period).Select(Standing)];

    public ReturnsTally Tally(ReturnStanding[] standings)
    {
        return new(
            Count("due", _ => true),
            Count("on_time", standing => standing.Timeliness == ReturnTimeliness.OnTime),
            Count("late", standing => standing.Timeliness == ReturnTimeliness.Late),
            Count("missing", standing => standing.Timeliness == ReturnTimeliness.Missing),
            Count("outstanding", standing => standing.Timeliness == ReturnTimeliness.Outstanding),
            Count("accepted", standing => standing.State == ReturnState.Accepted));

        Cell Count(string what, Func<ReturnStanding, bool> counts)
        {
            Input[] counted =
                [.. standings.Where(counts).Select(standing => new Input(standing.Zone, Reckoning.Given(Formulas.Return, Rational.One)))];
            return cells.Print("returns", Zone.League, what, Reckoning.Sum(counted) with { Formula = Formulas.Count }, 0);
        }
    }

    private ReturnStanding Standing(Zone zone)
    {
        var state = Find(zone.Code, basis.Period);
        return new(
            zone.Code, zone.Name, TimelinessOf(zone.Code, basis.Period), state?.State ?? ReturnState.Open,
            programme.Calendar.DueOn(basis.Period), state?.Submissions.FirstOrDefault()?.On, state?.AcceptedOn, state?.SentBack.Count ?? 0);
    }

    private ZoneReturn? Find(string zone, Period period) => states.GetValueOrDefault((zone, period));
}
