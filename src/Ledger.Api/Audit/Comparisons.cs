using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Audit.Comparison;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
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
        var quarters = Quarters(counts.Keys, before, after, first.RecordedAt > last.RecordedAt ? first : last);
        var drawn = (await DrawnAsync(quarters, first, before?.Document, cancellation)).To(await DrawnAsync(quarters, last, after?.Document, cancellation));
        return new(
            new(first.Position, first.RecordedAt), new(last.Position, last.RecordedAt), counts.Values.Sum(), net.Unchanged,
            [.. drawn.Concat(net.Changes.Where(change => change.Aspect.Kind == MatterKind.Grade)).Select(change => Told(change, counts))],
            [.. net.Changes.Where(change => change.Aspect.Kind != MatterKind.Grade).Select(change => Told(change, counts))],
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

    /// <summary>Those whose notice may read otherwise: from the first that a touched return is for, as later ones look back; all, once the programme is another.</summary>
    private static IReadOnlyList<Period> Quarters(
        IEnumerable<string> touched, ProgrammeVersion? before, ProgrammeVersion? after, Moment last)
    {
        var returns = touched.Where(stream => stream.StartsWith("return/", StringComparison.Ordinal))
            .Select(stream => ZoneReturn.StreamOf(stream).Initial.Period).ToList();
        var isAmended = before?.Number != after?.Number;
        if (returns.Count == 0 && !isAmended)
            return [];
        var (first, latest) = (returns.Count == 0 ? Period.OfYear(1900) : returns.Min(), last.RecordedAt.InZone(DocumentDate.Zone).Date);
        return
        [
            .. new[] { before, after }.OfType<ProgrammeVersion>().SelectMany(version => version.Document.Periods()).Distinct().Order()
                .Where(period => period.IsQuarter && period.End <= latest && (isAmended || period.Year >= first.Year)),
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

    private static ComparedChange Told(AspectChange change, Dictionary<string, long> counts)
    {
        var (kind, key, name) = change.Aspect;
        var parts = key.Split('/');
        var stream = kind switch
        {
            MatterKind.Figure => $"return/{parts[0]}/{parts[2]}",
            MatterKind.Return => $"return/{key}",
            MatterKind.Notice => $"notice/{parts[0]}",
            MatterKind.Assessment => $"assessment/{key}",
            MatterKind.Grade => $"assessment/{parts[0]}",
            MatterKind.Programme => $"programme/{key}",
            MatterKind.Scheme => $"scheme/{parts[0]}",
            MatterKind.Officer => $"officer/{key}",
            MatterKind.Task => $"task/{key}",
            MatterKind.Zone => $"cultivation/{key}",
            MatterKind.Condition => "eligibility",
            _ => null,
        };
        return new(kind, key, name, change.Before, change.After, stream, stream is null ? 0 : counts.GetValueOrDefault(stream));
    }
}
