using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Ledger.Domain.Reporting.Checks;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Registers;

/// <summary>What the register counts for the series of returns, by codes of institutions.</summary>
public sealed class RegisterTallies(NpgsqlDataSource database, Register register)
{
    /// <summary>How many names of those that came or went a check looks at.</summary>
    private const int MostNames = 11;

    // Of every series: who counts at the period's end ($3) and who did at the quarter's before ($4).
    private const string Counted = """
        with counted as (
          select * from unnest($5::text[], $6::text[], $7::text[]) as c(series, kind, level)
        ), standing as (
          select r.zone, c.series, r.code,
                 bool_or(r.valid_from <= $3 and r.valid_to > $3) as now, bool_or(r.valid_from <= $4 and r.valid_to > $4) as before
            from ledger.register_standing r join counted c on r.kind = c.kind and r.level = c.level
           where {known} and r.zone = any($8) and r.valid_from <= $3 and r.valid_to > $4 and c.series = any($9)
           group by r.zone, c.series, r.code
        ), first as (
          select distinct on (c.series, r.code) c.series, r.code, r.zone, r.day
            from ledger.register_first r join counted c on r.kind = c.kind and r.level = c.level
           where {known} and not c.series = any($9)
           order by c.series, r.code, r.day
        )
        select zone, series, code, now, before from standing where now or before
         union all
        select zone, series, code, true, day <= $4 from first
         where zone = any($8) and day between $10 and $3
         order by 1, 2, 3
        """;

    /// <summary>For the checks: counts with the names of those that came and went, by zone. A series of which a kind is unknown is not there.</summary>
    public async Task<ILookup<string, RegisteredCount>> CountsAsync(
        ProgrammeDocument programme, IReadOnlyList<string> zones, Period period, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var tallies = await TalliesAsync(programme, zones, period, position, knownOn, cancellation);
        var named = tallies.SelectMany(tally => tally.Came.Take(MostNames).Concat(tally.Went.Take(MostNames))).Distinct().ToList();
        var names = await NamesAsync(named, period.End, position, knownOn, cancellation);
        return tallies.ToLookup(tally => tally.Zone, tally => new RegisteredCount(
            tally.Counting.Series.Code, tally.Codes.Count,
            [.. tally.Came.Take(MostNames).Select(code => names[code])], [.. tally.Went.Take(MostNames).Select(code => names[code])]));
    }

    /// <summary>Numbers alone, of the zones that the period speaks of: what <see cref="RegisterNumbers"/> works out from the events.</summary>
    public async Task<IReadOnlyDictionary<(string Zone, string Series), long>> NumbersAsync(
        ProgrammeDocument programme, Period period, long position, LocalDate? knownOn, CancellationToken cancellation) =>
        (await TalliesAsync(programme, [.. programme.ZonesIn(period).Select(zone => zone.Code)], period, position, knownOn, cancellation))
            .ToDictionary(tally => (tally.Zone, tally.Counting.Series.Code), tally => (long)tally.Codes.Count);

    /// <summary>Codes by zone and series. A series of which the register knows no institution of one of its kinds in the zone is not there.</summary>
    internal async Task<IReadOnlyList<RegisterTally>> TalliesAsync(
        ProgrammeDocument programme, IReadOnlyList<string> zones, Period period, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var countings = SeriesCounting.Of(programme, period);
        if (countings.Count == 0 || SeriesCounting.Before(period) is not { } before || !await register.ReachAsync(position, cancellation))
            return [];
        var known = await KnownAsync([.. countings.SelectMany(counting => counting.Kinds.Select(kind => kind.Kind)).Distinct()], zones, position, knownOn, cancellation);
        var lines = countings.SelectMany(counting => counting.Kinds.SelectMany(kind => kind.Levels.Select(level => (counting.Series.Code, kind.Kind, level)))).ToList();

        await using var command = database.CreateCommand(Counted.Replace("{known}", Register.Known, StringComparison.Ordinal));
        Register.Add(command, position, knownOn, period.End);
        command.Parameters.AddWithValue(before);
        command.Parameters.AddWithValue(lines.Select(line => line.Code).ToArray());
        command.Parameters.AddWithValue(lines.Select(line => line.Kind).ToArray());
        command.Parameters.AddWithValue(lines.Select(line => line.level).ToArray());
        command.Parameters.AddWithValue(zones.ToArray());
        command.Parameters.AddWithValue(countings.Where(counting => counting.Mode == RegisterMode.StockAtEnd).Select(counting => counting.Series.Code).ToArray());
        command.Parameters.AddWithValue(new LocalDate(period.Year, 1, 1));
        var found = new List<(string Zone, string Series, string Code, bool Now, bool Before)>();
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                found.Add((row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4)));
        }

        var bySeries = found.ToLookup(one => (one.Zone, one.Series));
        return
        [
            .. from zone in zones
               from counting in countings
               where counting.Kinds.All(kind => known.Contains((zone, kind.Kind)))
               let codes = bySeries[(zone, counting.Series.Code)].ToList()
               select new RegisterTally(
                   zone, counting, [.. codes.Where(one => one.Now).Select(one => one.Code)],
                   [.. codes.Where(one => one.Now && !one.Before).Select(one => one.Code)],
                   [.. codes.Where(one => one.Before && !one.Now).Select(one => one.Code)]),
        ];
    }

    /// <summary>Of which kinds the register knows anything at all for a zone, be it long over.</summary>
    private async Task<HashSet<(string Zone, string Kind)>> KnownAsync(
        string[] kinds, IReadOnlyList<string> zones, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            select z.zone, k.kind from unnest($3::text[]) as z(zone) cross join unnest($4::text[]) as k(kind)
             where exists (select from ledger.register_standing r where r.zone = z.zone and r.kind = k.kind and {Register.Known})
            """);
        command.Parameters.AddWithValue(position);
        command.Parameters.AddWithValue(knownOn ?? Register.NoDay);
        command.Parameters.AddWithValue(zones.ToArray());
        command.Parameters.AddWithValue(kinds);
        var known = new HashSet<(string, string)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            known.Add((row.GetString(0), row.GetString(1)));
        return known;
    }

    /// <summary>The name that each bears on a day, else the nearest before.</summary>
    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        List<string> codes, LocalDate day, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (codes.Count == 0)
            return names;
        await using var command = database.CreateCommand($"""
            select distinct on (r.code) r.code, r.name from ledger.register_residence r
             where {Register.Known} and r.code = any($4) order by r.code, (r.valid_from <= $3) desc, r.valid_from desc
            """);
        Register.Add(command, position, knownOn, day);
        command.Parameters.Add(new() { Value = codes.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            names.Add(row.GetString(0), row.GetString(1));
        return names;
    }
}

/// <summary>Whom the register counts for a series of a zone's return.</summary>
/// <param name="Came">Of them, those that it did not count at the end of the quarter before.</param>
/// <param name="Went">Those that it counted then and does not now; none for what is new in a year.</param>
internal sealed record RegisterTally(
    string Zone, SeriesCounting Counting, IReadOnlyList<string> Codes, IReadOnlyList<string> Came, IReadOnlyList<string> Went);
