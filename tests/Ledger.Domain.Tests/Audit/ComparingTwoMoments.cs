using CsCheck;
using Ledger.Domain.Access;
using Ledger.Domain.Audit.Comparison;
using Ledger.Domain.Conference;
using Ledger.Domain.Cultivation;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Audit;

/// <summary>The net change between two moments of any history, applied to the one, gives the other; and nothing else is listed.</summary>
public class ComparingTwoMoments
{
    private static readonly LocalDate Day = new(2024, 1, 10);

    private static readonly Gen<string> ASeries = Any("op_revenue", "hte_revenue");

    private static readonly Gen<object> AReturnEvent = Gen.OneOf<object>(
        Gen.Select(ASeries, Gen.Int[0, 2], object (series, value) => new FigureReported(Day, series, value, null, null, [])),
        Gen.Const<object>(new ReturnSubmitted(Day, [], [])),
        Gen.Const<object>(new ReturnSentBack(Day, "不符", [])),
        Gen.Const<object>(new ReturnAccepted(Day)),
        Gen.Const<object>(new ReturnFellOverdue(Day, Instant.FromUtc(2024, 1, 15, 9, 0))));

    private static readonly Gen<object> AnOfficerEvent = Gen.OneOf<object>(
        Gen.Select(Any("A", "B"), Any(Role.Reviewer, Role.Secretary), object (name, role) => new OfficerAppointed(Day, name, "STAT", role, null, null)),
        Gen.Const<object>(new OfficerReassigned(Day, "A", "STB", Role.Secretary, null, null)),
        Gen.Const<object>(new OfficerDismissed(Day, "調離")));

    private static readonly Period Quarter = Period.OfQuarter(2023, 3);

    private static readonly Gen<int> ANumber = Gen.Int[1, 2];

    private static readonly Gen<LocalDate> ADay = Gen.Int[0, 700].Select(day => new LocalDate(2023, 1, 1).PlusDays(day));

    private static readonly Gen<string> SomeWords = Any("甲", "乙");

    // What every other event of a stream may be about stands before them.
    private static readonly Dictionary<string, object[]> Beginnings = new()
    {
        ["task/T2.3/XLHT"] =
        [
            new TaskReported(Day, Quarter, TaskState.Behind, "進展", [], [], []), new TaskQueried(Day, 1, Quarter, "何時"), new TaskQueried(Day, 2, Quarter, "何地"),
            new TaskSupervised(Day, 1, "加快", Day), new TaskSupervised(Day, 2, "再加快", Day),
        ],
        ["meeting/2023-1"] =
        [
            new MeetingConvened(Day, Day, null, [new(DecisionKind.Other, "一"), new(DecisionKind.Exit, "二")]), new MeetingHeld(Day, Day, 1, [], 0),
            new ItemDecided(Day, 1, DecisionOutcome.Adopted, null, "同意"), new ItemDecided(Day, 2, DecisionOutcome.Deferred, new(1, 2, 3), "再議"),
        ],
        ["cultivation/XLHT"] =
        [
            new ZoneSelected(Day, Track.Upgrade, ZoneGoal.Established, "建成", Force.Firm, new(null, Day, "盟行署", null)),
            new FindingStated(Day, 1, 1, Fulfilment.Met, "3", "達到", []), new FindingStated(Day, 2, 1, Fulfilment.Unclear, null, "不明", []),
        ],
        ["institution/E-1"] =
        [
            new InstitutionEntered(Day, "一廠", "XLHT", null, "文件"), new RecognitionGranted(Day, 1, "hte", null, "GR1", Day, null, "文件"),
            new RecognitionGranted(Day, 2, "incubator", "region", null, Day, Day.PlusYears(3), "文件"),
        ],
    };

    private static readonly Gen<object> ATaskEvent = Gen.OneOf<object>(
        Gen.Select(ANumber, SomeWords, object (number, text) => new MilestoneSet(Day, number, 2024, text, null, "文件")),
        ANumber.Select(object (number) => new MilestoneWithdrawn(Day, number, "誤")),
        Gen.Select(Any(TaskState.OnSchedule, TaskState.Done), SomeWords, ANumber, object (state, text, count) =>
            new TaskReported(Day, Quarter, state, text, [new("joint_labs", count)], [count], [new($"{count}", text, "text/plain", 1)])),
        Gen.Const<object>(new TaskConfirmed(Day, Quarter)),
        Gen.Const<object>(new TaskSentBack(Day, Quarter, "不實")),
        Gen.Select(ANumber, SomeWords, object (number, text) => new TaskQueryAnswered(Day, number, Quarter, text)),
        Gen.Select(ANumber, SomeWords, object (number, text) => new SupervisionAnswered(Day, number, text, [])),
        ANumber.Select(object (number) => new SupervisionClosed(Day, number, "辦結")));

    private static readonly Gen<object> ASeatEvent = Gen.OneOf<object>(
        Gen.Select(ANumber, SomeWords, Any(SeatRole.Chair, SeatRole.Member), object (seat, post, role) => new SeatSet(Day, seat, "STAT", post, role, "文件")),
        ANumber.Select(object (seat) => new SeatEnded(Day, seat, "撤")));

    private static readonly Gen<object> AMeetingEvent = Gen.OneOf<object>(
        Gen.Select(ADay, SomeWords, object (day, place) => new MeetingConvened(Day, day, place, [new(DecisionKind.Other, place), new(DecisionKind.Selection, "二")])),
        Gen.Const<object>(new MeetingCancelled(Day, "改期")),
        Gen.Select(ANumber, Any(Presence.Absent, Presence.Present), object (seat, presence) => new MeetingHeld(Day, Day, seat, [new(seat, "STAT", "局長", presence)], seat)),
        Gen.Select(ANumber, Any(DecisionOutcome.Adopted, DecisionOutcome.NotAdopted), SomeWords, object (item, outcome, text) =>
            new DecisionCorrected(Day, item, outcome, new(item, 0, 0), text, "誤")),
        SomeWords.Select(object (hash) => new MinutesClosed(Day, new(hash, "紀要", "text/plain", 1))),
        SomeWords.Select(object (hash) => new MinutesCorrected(Day, new(hash, "紀要", "text/plain", 1), "誤")));

    private static readonly Gen<object> ACultivationEvent = Gen.OneOf<object>(
        SomeWords.Select(object (goal) => new ZoneSelected(Day, Track.Excellence, ZoneGoal.BasicallyEligible, goal, Force.Strive, new(null, Day, "盟行署", null))),
        Gen.Const<object>(new StageAdvanced(Day, Stage.Cultivating, new(null, Day, "盟行署", null))),
        Gen.Const<object>(new ApplicationTurnedDown(Day, "未達", new(null, Day, "自治區", null))),
        Gen.Select(ANumber, SomeWords, object (number, text) => new FindingStated(Day, number, number, Fulfilment.Unmet, text, text, [])),
        ANumber.Select(object (number) => new FindingConfirmed(Day, number)),
        ANumber.Select(object (number) => new FindingSentBack(Day, number, "不實")));

    private static readonly Gen<object> AConditionEvent = Gen.OneOf<object>(
        Gen.Select(ANumber, SomeWords, object (number, text) => new CriterionSet(Day, number, new(text, text, text, "辦法", null, "第四條"))),
        ANumber.Select(object (number) => new CriterionWithdrawn(Day, number, "誤")));

    private static readonly Gen<object> AnInstitutionEvent = Gen.OneOf<object>(
        Gen.Select(ADay, SomeWords, object (from, name) => new InstitutionRenamed(Day, name, from, "文件")),
        Gen.Select(ADay, Any("SNT", null), object (from, zone) => new InstitutionMoved(Day, zone, from, "文件")),
        ADay.Select(object (from) => new InstitutionMerged(Day, "E-2", from, "文件")),
        ADay.Select(object (from) => new InstitutionClosed(Day, from, "文件")),
        Gen.Const<object>(new InstitutionReopened(Day, "誤")),
        Gen.Select(ANumber, ADay, object (number, from) => new RecognitionRenewed(Day, number, "GR2", from, from.PlusYears(3), "文件")),
        Gen.Select(ANumber, ADay, object (number, from) => new RecognitionEnded(Day, number, RecognitionEnd.Withdrawn, from, "文件")),
        // The second and the third act granted its recognitions.
        Gen.Select(ANumber, ADay, object (number, from) => new InstitutionActCorrected(Day, number + 1, null, null, null, null, null, "GR3", from, null, null, "文件", "誤")),
        ANumber.Select(object (number) => new InstitutionActStruck(Day, number + 1, "誤")));

    private static readonly Gen<(string Stream, object Event)> AnEntry = Gen.OneOf(
        Gen.Select(Any("return/XLHT/2023-Q3", "return/SNT/2023-Q3"), AReturnEvent, (stream, @event) => (stream, @event)),
        Gen.Select(Any("officer/stat", "officer/stb"), AnOfficerEvent, (stream, @event) => (stream, @event)),
        ATaskEvent.Select(@event => ("task/T2.3/XLHT", @event)),
        ASeatEvent.Select(@event => ("conference", @event)),
        AMeetingEvent.Select(@event => ("meeting/2023-1", @event)),
        ACultivationEvent.Select(@event => ("cultivation/XLHT", @event)),
        AConditionEvent.Select(@event => ("eligibility", @event)),
        AnInstitutionEvent.Select(@event => ("institution/E-1", @event)));

    private static readonly Gen<(StreamHistory[] Streams, long From, long To)> AHistory = Gen.Select(
        AnEntry.Array[0, 60].Select(Begun), Gen.Double[0, 1], Gen.Double[0, 1],
        (entries, from, to) => (Streams(entries), Position(from, entries.Count), Position(to, entries.Count)));

    [Fact]
    public void A_net_change_applied_to_the_one_moment_gives_the_other_whichever_is_earlier() => AHistory.Sample(history =>
    {
        var (streams, from, to) = history;
        var (before, after) = (LedgerState.Of(streams, from), LedgerState.Of(streams, to));
        before.With(Between(streams, from, to).Changes.Select(one => one.Change)).ShouldBe(after);
        after.With(Between(streams, to, from).Changes.Select(one => one.Change)).ShouldBe(before);
    });

    [Fact]
    public void Only_what_reads_otherwise_is_listed_and_what_was_touched_and_reads_the_same_is_counted() => AHistory.Sample(history =>
    {
        var (streams, from, to) = history;
        var change = Between(streams, from, to);
        change.Changes.ShouldAllBe(one => one.Change.Before != one.Change.After);
        change.Changes.Select(one => one.Change.Aspect).ShouldBeUnique();
        if (from == to)
            (change.Changes.Count, change.Unchanged).ShouldBe((0, 0));
        Between(streams, to, from).Unchanged.ShouldBe(change.Unchanged);
        Between(streams, to, from).Changes.ShouldBe(change.Changes.Select(one => one with { Change = new(one.Change.Aspect, one.Change.After, one.Change.Before) }));
    });

    [Fact]
    public void A_first_event_of_any_kind_makes_a_difference_in_what_it_is_about() => AnEntry.Sample(entry =>
    {
        var streams = Streams(Begun([entry]));
        var last = streams.Sum(stream => stream.Events.Count) - 1;
        var change = NetChange.Of(streams, last - 1, last);
        if (!IsNothingNew(entry.Event))
            change.Changes.Select(one => (one.Change.Aspect.Kind, one.Change.Aspect.Key)).ShouldContain(NetChange.Subject(entry.Stream, entry.Event)!.Value);

        // What was not there cannot go.
        static bool IsNothingNew(object @event) =>
            @event is MilestoneWithdrawn or SeatEnded or CriterionWithdrawn or InstitutionReopened or OfficerReassigned or OfficerDismissed or TaskReported { State: TaskState.Behind };
    });

    [Fact]
    public void A_figure_that_was_changed_and_changed_back_is_counted_and_not_listed()
    {
        var streams = Streams(
        [
            ("return/XLHT/2023-Q3", new FigureReported(Day, "op_revenue", 156.20m, null, null, [])),
            ("return/XLHT/2023-Q3", new FigureReported(Day, "op_revenue", 165.20m, null, null, [])),
            ("return/XLHT/2023-Q3", new FigureReported(Day, "hte_revenue", 9m, null, null, [])),
            ("return/XLHT/2023-Q3", new FigureReported(Day, "op_revenue", 156.20m, null, null, [])),
        ]);
        var change = NetChange.Of(streams, 0, 3);
        change.Changes.Select(one => one.Change).ShouldBe(
        [
            new(new(MatterKind.Figure, "XLHT/hte_revenue/2023-Q3", "status"), null, "reported"),
            new(new(MatterKind.Figure, "XLHT/hte_revenue/2023-Q3", "value"), null, "9"),
        ]);
        change.Unchanged.ShouldBe(1);
    }

    /// <summary>As the ledger asks: only of the streams that have an event between.</summary>
    private static NetChange Between(StreamHistory[] streams, long from, long to)
    {
        var (first, last) = (Math.Min(from, to), Math.Max(from, to));
        return NetChange.Of(
            [.. streams.Where(stream => stream.Events.Any(entry => entry.Provenance.Position > first && entry.Provenance.Position <= last))], from, to);
    }

    private static IReadOnlyList<(string Stream, object Event)> Begun(IReadOnlyList<(string Stream, object Event)> entries) =>
    [
        .. from stream in entries.Select(entry => entry.Stream).Distinct()
           from @event in Beginnings.GetValueOrDefault(stream, [])
           select (stream, @event),
        .. entries,
    ];

    private static Gen<T> Any<T>(params T[] each) => Gen.Int[0, each.Length - 1].Select(index => each[index]);

    private static long Position(double part, int length) => (long)Math.Round(part * length) - 1;

    private static StreamHistory[] Streams(IReadOnlyList<(string Stream, object Event)> entries) =>
    [
        .. entries.Index().GroupBy(entry => entry.Item.Stream).Select(stream => new StreamHistory(stream.Key, [
            .. stream.Select((entry, index) => new Recorded<object>(entry.Item.Event, new Provenance(
                Guid.Empty, stream.Key, index + 1, entry.Index, Instant.FromUnixTimeSeconds(entry.Index), new Actor("stat", "STAT", Role.Reviewer))))])),
    ];
}
