using Ledger.Api.Store;
using Ledger.Domain.Reporting;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Reporting;

/// <summary>The figures as they stood at any position, whoever asks.</summary>
/// <remarks>See ops/decisions/0002.</remarks>
public sealed class Facts(NpgsqlDataSource database, ReadModels readModels)
{
    private const string Columns = "f.zone, f.series, f.period, f.value, f.status, f.version, f.position_from, f.reported_on, f.known_on, f.event_id";

    // A few figures: each by a step down an index, however often it changed. A figure's standings are ordered alike by
    // position and by known_on (the Domain moves both forward only), so those at or below a position, and those known by a
    // day, are two beginnings of one sequence: the shorter one's end stood.
    private const string Few = $"""
        select {Columns} from ledger.facts_figure k
         cross join lateral (
               select f.position_from from ledger.facts f
                where (f.zone, f.series, f.period) = (k.zone, k.series, k.period) and f.known_on <= $2
                order by f.known_on desc, f.position_from desc limit 1) known
         cross join lateral (
               select * from ledger.facts f
                where (f.zone, f.series, f.period) = (k.zone, k.series, k.period) and f.position_from <= least($1, known.position_from)
                order by f.position_from desc limit 1) f
         where k.first_position <= $1
           and ($3::text is null or k.zone = $3) and ($4::text is null or k.series = $4) and k.period_order between $5 and $6
        """;

    // Many figures: every row is looked at once, which then costs less than finding each.
    private const string Many = $"""
        select {Columns} from ledger.facts f
         where f.position_from <= $1 and f.known_on <= $2 and (f.position_to is null or f.position_to > $1 or f.known_to > $2)
           and ($3::text is null or f.zone = $3) and ($4::text is null or f.series = $4) and f.period_order between $5 and $6
        """;

    /// <summary>The figures that stood, withdrawn ones included, once the read model has reached the position.</summary>
    /// <exception cref="ProjectionBehindException">The read model had not reached the position in time.</exception>
    public async Task<FigureBook> BookAsync(FactsQuery query, CancellationToken cancellation)
    {
        await readModels.ReachAsync(query.Position, cancellation);
        await using var command = database.CreateCommand(query.IsAboutFew ? Few : Many);
        command.Parameters.AddWithValue(query.Position);
        command.Parameters.AddWithValue(query.KnownOn ?? LocalDate.MaxIsoValue);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)query.Zone ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)query.Series ?? DBNull.Value);
        command.Parameters.AddWithValue(query.From?.ToOrder() ?? int.MinValue);
        command.Parameters.AddWithValue(query.To?.ToOrder() ?? int.MaxValue);

        var (figures, periods) = (new List<Figure>(), new Dictionary<string, Period>(StringComparer.Ordinal));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var period = row.GetString(2);
            if (!periods.TryGetValue(period, out var known))
                periods.Add(period, known = Period.Parse(period));
            figures.Add(new Figure(
                row.GetString(0), row.GetString(1), known, row.GetDecimal(3), FactRow.StatusOf(row.GetString(4)), row.GetInt32(5),
                row.GetInt64(6), row.GetFieldValue<LocalDate>(7), row.GetFieldValue<LocalDate>(8), row.GetGuid(9)));
        }

        return new FigureBook(figures);
    }
}

/// <summary>Which figures, and as of when.</summary>
/// <param name="Position">Only what the ledger held at or below it.</param>
/// <param name="KnownOn">Only what papers dated up to this day had stated; null: all of it.</param>
/// <param name="From">The first period, itself included.</param>
/// <param name="To">The last period, itself included.</param>
public sealed record FactsQuery(
    long Position, LocalDate? KnownOn = null, string? Zone = null, string? Series = null, Period? From = null, Period? To = null)
{
    /// <summary>One period of all zones, or one series of one zone over the periods, at most.</summary>
    internal bool IsAboutFew => (From is not null && From == To) || (Zone is not null && Series is not null);
}
