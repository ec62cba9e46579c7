using CsCheck;
using Ledger.Domain.Access;
using Ledger.Domain.Audit.Comparison;
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

    private static readonly Gen<(string Stream, object Event)> AnEntry = Gen.OneOf(
        Gen.Select(Any("return/XLHT/2023-Q3", "return/SNT/2023-Q3"), AReturnEvent, (stream, @event) => (stream, @event)),
        Gen.Select(Any("officer/stat", "officer/stb"), AnOfficerEvent, (stream, @event) => (stream, @event)));

    private static readonly Gen<(StreamHistory[] Streams, long From, long To)> AHistory = Gen.Select(
        AnEntry.Array[0, 40], Gen.Double[0, 1], Gen.Double[0, 1],
        (entries, from, to) => (Streams(entries), Position(from, entries.Length), Position(to, entries.Length)));

    [Fact]
    public void A_net_change_applied_to_the_one_moment_gives_the_other_whichever_is_earlier() => AHistory.Sample(history =>
    {
        var (streams, from, to) = history;
        var (before, after) = (LedgerState.Of(streams, from), LedgerState.Of(streams, to));
        before.With(Between(streams, from, to).Changes).ShouldBe(after);
        after.With(Between(streams, to, from).Changes).ShouldBe(before);
    });

    [Fact]
    public void Only_what_reads_otherwise_is_listed_and_what_was_touched_and_reads_the_same_is_counted() => AHistory.Sample(history =>
    {
        var (streams, from, to) = history;
        var change = Between(streams, from, to);
        change.Changes.ShouldAllBe(one => one.Before != one.After);
        change.Changes.Select(one => one.Aspect).ShouldBeUnique();
        if (from == to)
            (change.Changes.Count, change.Unchanged).ShouldBe((0, 0));
        Between(streams, to, from).Unchanged.ShouldBe(change.Unchanged);
        Between(streams, to, from).Changes.ShouldBe(change.Changes.Select(one => new AspectChange(one.Aspect, one.After, one.Before)));
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
        change.Changes.ShouldBe(
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

    private static Gen<T> Any<T>(params T[] each) => Gen.Int[0, each.Length - 1].Select(index => each[index]);

    private static long Position(double part, int length) => (long)Math.Round(part * length) - 1;

    private static StreamHistory[] Streams(IReadOnlyList<(string Stream, object Event)> entries) =>
    [
        .. entries.Index().GroupBy(entry => entry.Item.Stream).Select(stream => new StreamHistory(stream.Key, [
            .. stream.Select((entry, index) => new Recorded<object>(entry.Item.Event, new Provenance(
                Guid.Empty, stream.Key, index + 1, entry.Index, Instant.FromUnixTimeSeconds(entry.Index), new Actor("stat", "STAT", Role.Reviewer))))])),
    ];
}
