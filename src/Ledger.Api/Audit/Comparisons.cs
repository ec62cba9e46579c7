using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Audit.Comparison;
using Ledger.Domain.Programme;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit;

/// <summary>Two moments of the ledger side by side. Only the streams that have an event between them are read.</summary>
public sealed class Comparisons(NpgsqlDataSource database, LedgerReader reader, Programmes programmes, NoticeDrafts drafts, IClock clock)
{
    /// <param name="from">An instant, <c>@position</c>, or a day, which stands for its end in Beijing.</param>
    /// <param name="to">Likewise, earlier or later; null or empty: the moment asked about.</param>
    /// <param name="position">The moment asked about, which neither may be beyond.</param>
    /// <exception cref="RefusedRequestException"><c>comparison-faulty</c>: <c>value-missing</c>, or as a moment is refused.</exception>
    public async Task<ComparisonView> CompareAsync(string? from, string? to, long position, CancellationToken cancellation)
    {
        var (first, firstFault) = await MomentAsync("/from", from, position, cancellation);
        var (last, lastFault) = await MomentAsync("/to", string.IsNullOrWhiteSpace(to) ? FormattableString.Invariant($"@{position}") : to, position, cancellation);
        if (first is null || last is null)
        {
            throw new RefusedRequestException(Refusal.OfFaults(
                RefusalKind.Malformed, "comparison-faulty", [.. new[] { firstFault, lastFault }.OfType<Fault>()]));
        }

        var (low, high) = (Math.Min(first.Position, last.Position), Math.Max(first.Position, last.Position));
        var counts = await CountsAsync(low, high, cancellation);
        var histories = await reader.HistoriesAsync<object>(counts.Keys, high, cancellation);
        var net = NetChange.Of([.. histories.Select(history => new StreamHistory(history.Key, [.. history]))], first.Position, last.Position);
        var (before, after) = (
            await programmes.FindInForceAsync(first.Position, cancellation), await programmes.FindInForceAsync(last.Position, cancellation));
        var days = new[] { first, last }.Select(moment => moment.RecordedAt.InZone(DocumentDate.Zone).Date).ToList();
        var quarters = Quarters(histories, before, after, low, days.Min(), days.Max());
        var drawn = (await DrawnAsync(quarters, first, before?.Document, cancellation)).To(await DrawnAsync(quarters, last, after?.Document, cancellation));
        var recorded = net.Changes.ToLookup(
            change => change.Change.Aspect.Kind == MatterKind.Grade, change => Told(change.Change, change.Stream, counts[change.Stream]));
        return new(
            new(first.Position, first.RecordedAt), new(last.Position, last.RecordedAt), counts.Values.Sum(), net.Unchanged,
            [.. drawn.Select(change => Told(change, stream: null, events: 0)), .. recorded[true]],
            [.. recorded[false]],
            before is null || after is null || before.Number == after.Number ? [] : DocumentChanges.Between(before.Document, after.Document));
    }

    private async Task<(Moment? Moment, Fault? Fault)> MomentAsync(
        string pointer, string? word, long position, CancellationToken cancellation)
    {
        if (word?.Trim() is not { Length: > 0 } asked)
            return (null, Fault.At(pointer, "value-missing"));
        if (LocalDatePattern.Iso.Parse(asked).TryGetValue(default, out var day))
        {
            var end = DocumentDate.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon;
            var now = clock.GetCurrentInstant();
            var isToday = day == now.InZone(DocumentDate.Zone).Date;
            asked = isToday ? FormattableString.Invariant($"@{position}") : InstantPattern.ExtendedIso.Format(end);
        }

        return await reader.ResolveAsync(asked, cancellation) switch
        {
            MomentResult.Found(var moment) when moment.Position <= position => (moment, null),
            MomentResult.Found => (null, Fault.At(pointer, "as-of-beyond-head", asked, position)),
            MomentResult.Refused(var refusal) => (null, refusal.Faults[0] with { Pointer = pointer }),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no moment."),
        };
    }

    /// <summary>How many events each stream has after the one position, up to the other.</summary>
    private async Task<Dictionary<string, long>> CountsAsync(long after, long upTo, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select stream_id, count(*) from ledger.ledger_entry where position > $1 and position <= $2 group by stream_id");
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(upTo);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            counts.Add(row.GetString(0), row.GetInt64(1));
        return counts;
    }

    /// <summary>Those whose notice may read otherwise, by what the events between are about; all, once the programme is another.</summary>
    private static IReadOnlyList<Period> Quarters(
        ILookup<string, Recorded<object>> histories, ProgrammeVersion? before, ProgrammeVersion? after, long since, LocalDate earlier, LocalDate later)
    {
        var isAmended = before?.Number != after?.Number;
        var reaches = isAmended
            ? [NoticeReach.Whole]
            : histories.SelectMany(history => NoticeReach.Of(new(history.Key, [.. history]), since))
                .Concat(after is null ? [] : NoticeReach.OfDays(after.Document, earlier, later)).Distinct().ToList();
        if (reaches.Count == 0)
            return [];
        return
        [
            .. new[] { before, after }.OfType<ProgrammeVersion>().SelectMany(version => version.Document.Periods()).Distinct().Order()
                .Where(period => period.IsQuarter && period.End <= later && reaches.Exists(reach => reach.Covers(period))),
        ];
    }

    private async Task<LedgerState> DrawnAsync(
        IReadOnlyList<Period> quarters, Moment moment, ProgrammeDocument? programme, CancellationToken cancellation)
    {
        var aspects = new List<KeyValuePair<Aspect, string>>();
        foreach (var quarter in quarters.Where(quarter => programme?.Covers(quarter) == true))
            aspects.AddRange(NoticeAspects.Of((await drafts.DrawAsync(quarter, moment, knownOn: null, cancellation)).Content));
        return LedgerState.Of(aspects);
    }

    private static ComparedChange Told(AspectChange change, string? stream, long events) =>
        new(change.Aspect.Kind, change.Aspect.Key, change.Aspect.Name, change.Before, change.After, stream, events);
}
