using System.Collections.Immutable;
using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Measures;
using NodaTime;

namespace Ledger.Domain.Tests.Notices;

/// <summary>A ledger in memory: what the zones stated and the bureau accepted, in order, as of any position.</summary>
internal sealed record League
{
    public static readonly string[] Zones = ["XLHT", "BYH", "CJCY", "SNT", "DLN"];
    private static readonly Actor Bureau = new("stat", "STAT", Role.Reviewer);

    private ImmutableList<(string Zone, Period Period, Recorded<ReturnEvent> Recorded)> Log { get; init; } = [];

    public ProgrammeDocument Programme { get; init; } = FiveZones.Programme;

    public ImmutableList<TaskPart> Tasks { get; init; } = [];

    public ImmutableDictionary<(string Zone, string Series), long> Registered { get; init; } = ImmutableDictionary<(string Zone, string Series), long>.Empty;

    public ImmutableList<Meeting> Meetings { get; init; } = [];

    public long Head => Log.Count - 1;

    /// <summary>The year before and the quarters up to the third of 2023, all in time, as in the worked example.</summary>
    public static League Autumn2023 { get; } = new League()
        .Accepted("2022-Q1", ("op_revenue", [45, 25, 15, 11, 16]), ("inv_patent_granted", [20, 5, 6, 1, 0]))
        .Accepted("2022-Q2", ("op_revenue", [96.00m, 52, 32, 22, 34]), ("inv_patent_granted", [41, 10, 13, 2, 0]))
        .Accepted("2022-Q3", ("op_revenue", [148.76m, 80.00m, 50.00m, 34.00m, 53.30m]), ("inv_patent_granted", [64, 15, 20, 3, 0]))
        .Accepted("2023-Q1", ("op_revenue", [50, 28, 17, 10, 18]), ("inv_patent_granted", [22, 6, 7, 1, 1]))
        .Accepted("2023-Q2", ("op_revenue", [101.30m, 58, 36, 21, 37]), ("inv_patent_granted", [45, 12, 15, 1, 2]))
        .Corrected("XLHT", "2023-Q2", "op_revenue", 102.05m, "漏報一戶企業", new(2023, 9, 12))
        .Accepted("2023-Q3",
            ("op_revenue", [156.20m, 90.00m, 56.26m, 33.00m, 58.10m]), ("hte_revenue", [24.99m, 9.00m, 6.75m, 1.98m, 5.81m]),
            ("inv_patent_granted", [71, 18, 24, 2, 3]), ("rd_inst_new", [1, 0, 1, 0, 0]));

    /// <summary>The cut of the notice for 2023-Q2: its returns accepted, nothing corrected yet.</summary>
    public static long SummerCut => Autumn2023.Log.FindIndex(entry => entry.Recorded.Event is CorrectionRequested) - 1;

    /// <summary>Every zone states these series, submits ten days after the quarter's end and is accepted five days later.</summary>
    public League Accepted(string period, params (string Series, decimal[] Values)[] figures) => Zones.Index().Aggregate(
        this,
        (league, zone) => league.Returned(zone.Item, period, [.. figures.Select(figure => (figure.Series, figure.Values[zone.Index]))]));

    public League Returned(string zone, string period, params (string Series, decimal Value)[] figures) =>
        Submitted(zone, period, 10, figures).With(zone, period, Bureau, new ReturnAccepted(Period.Parse(period).End.PlusDays(15)));

    /// <param name="days">After the quarter's end.</param>
    public League Submitted(string zone, string period, int days, params (string Series, decimal Value)[] figures)
    {
        var on = Period.Parse(period).End.PlusDays(days);
        return With(
            zone, period, Reporter(zone),
            [
                .. figures.Select(figure => new FigureReported(on, figure.Series, figure.Value, null, null, [])),
                new ReturnSubmitted(on, [new("填報人", "其其格")], []),
            ]);
    }

    public League Corrected(
        string zone, string period, string series, decimal value, string reason, LocalDate on, CorrectionKind kind = CorrectionKind.Error)
    {
        var number = State(zone, Period.Parse(period), Head).Corrections.Count + 1;
        return With(zone, period, Reporter(zone), new CorrectionRequested(on, number, series, value, kind, reason, []))
            .With(zone, period, Bureau, new CorrectionApproved(on.PlusDays(3), number, series, value, kind, null));
    }

    /// <summary>As if the zone had never touched this return.</summary>
    public League Without(string zone, string period)
    {
        var kept = Log.Where(entry => entry.Zone != zone || entry.Period != Period.Parse(period)).ToList();
        return kept.Aggregate(
            this with { Log = [] },
            (league, entry) => league.With(entry.Zone, entry.Period.ToString(), entry.Recorded.Provenance.Actor, entry.Recorded.Event));
    }

    public League With(string zone, string period, Actor actor, params ReturnEvent[] events)
    {
        var at = Period.Parse(period);
        return this with
        {
            Log = Log.AddRange(events.Select((@event, index) => (zone, at, new Recorded<ReturnEvent>(@event, new(
                new Guid(Log.Count + index + 1, 0, 0, new byte[8]), ZoneReturn.StreamId(zone, at), index + 1, Log.Count + index,
                Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromSeconds(Log.Count + index), actor))))),
        };
    }

    public NoticeBasis At(string period, long? position = null, NoticeReference? before = null)
    {
        var cut = position ?? Head;
        var states = Log.Where(entry => entry.Recorded.Provenance.Position <= cut)
            .Select(entry => (entry.Zone, entry.Period)).Distinct()
            .Select(stream => State(stream.Zone, stream.Period, cut)).ToList();
        return new()
        {
            Programme = new(3, Programme, new(null, new(2021, 11, 5), "行署", null), [], new(2021, 11, 5), new(
                Guid.Empty, "programme/xilingol", 3, 0, Instant.FromUtc(2021, 11, 5, 0, 0), new("stb", "STB", Role.Secretary))),
            Period = Period.Parse(period),
            Position = cut,
            RecordedAt = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromSeconds(cut),
            Figures = new(states.SelectMany(state => state.Standing)),
            Returns = states,
            Tasks = Tasks,
            Registered = Registered,
            Meetings = Meetings,
            Day = new(2026, 1, 1),
            Before = before,
        };
    }

    public DrawnNotice Draw(string period, long? position = null, NoticeReference? before = null) =>
        NoticeDrawing.Draw(At(period, position, before));

    private static Actor Reporter(string zone) => new(zone.ToLowerInvariant(), zone, Role.Reporter, zone);

    private ZoneReturn State(string zone, Period period, long position) => ZoneReturn.Stream(zone, period).Fold(
        Log.Where(entry => entry.Zone == zone && entry.Period == period && entry.Recorded.Provenance.Position <= position)
            .Select(entry => entry.Recorded));
}
