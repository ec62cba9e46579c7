using System.Globalization;
using System.Text;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Registers;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Registers;

/// <summary>The register on any day, as it was known at any position. Every signed-in officer may read it.</summary>
/// <remarks>Of papers dated later than <see cref="AsOf.KnownOn"/> nothing is told.</remarks>
public sealed class Register(NpgsqlDataSource database, LedgerReader reader, ReadModels readModels, EventNames names, Today today)
{
    /// <summary>What a row has to be to be known at position $1, from papers up to the day $2.</summary>
    internal static string Known { get; } = KnownAs("r");

    /// <summary>Beyond every position there will be, and before the end of what is still known.</summary>
    internal const long Now = long.MaxValue - 1;

    /// <summary>For papers of whatever day: later than all of them, and before the end of what is still known.</summary>
    internal static LocalDate NoDay { get; } = new(9998, 12, 31);

    /// <summary>What a row has to be to hold on the day $3.</summary>
    private static string Holds { get; } = HoldsAs("r");

    public async Task<InstitutionPage> PageAsync(RegisterQuestion question, AsOf asOf, CancellationToken cancellation)
    {
        var on = question.On ?? asOf.Day(today);
        await ReachAsync(asOf.Position, cancellation);
        // Only what is asked about is in the statement: a condition that may be none keeps the plan from any index. Where the day is one,
        // an institution counts in the zone that it lies in, so that its standing is found by zone and kind.
        await using var command = database.CreateCommand();
        Add(command, asOf.Position, asOf.KnownOn, on);
        string Given(string text)
        {
            command.Parameters.AddWithValue(text);
            return string.Create(CultureInfo.InvariantCulture, $"${command.Parameters.Count}");
        }

        var sql = new StringBuilder($"with found as materialized (select distinct r.code from ledger.register_residence r where {Known} and $3::date is not null");
        var zone = question.Zone is { } lies ? Given(lies) : null;
        if (!question.Past)
            sql.Append(CultureInfo.InvariantCulture, $" and {Holds}");
        if (zone is not null)
            sql.Append(CultureInfo.InvariantCulture, $" and r.zone = {zone}");
        if (Blank(question.Text) is { } text)
            sql.Append(CultureInfo.InvariantCulture, $" and (strpos(lower(r.name), lower({Given(text)})) > 0 or r.code ^@ upper(${command.Parameters.Count}))");
        if (question.Kind is { } kind)
        {
            sql.Append(CultureInfo.InvariantCulture, $" and r.code in (select s.code from ledger.register_standing s where s.kind = {Given(kind)} and {KnownAs("s")}");
            if (question.Level is { } level)
                sql.Append(CultureInfo.InvariantCulture, $" and s.level = {Given(level)}");
            if (!question.Past)
                sql.Append(CultureInfo.InvariantCulture, $" and {HoldsAs("s")}").Append(zone is null ? "" : $" and s.zone = {zone}");
            sql.Append(')');
        }

        sql.Append(") select (select count(*) from found), code from found");
        if (question.After is { } after)
            sql.Append(CultureInfo.InvariantCulture, $" where code > {Given(after)}");
        sql.Append(" order by code");
        if (question.Limit is { } limit)
            sql.Append(CultureInfo.InvariantCulture, $" limit {limit + 1}");
        command.CommandText = sql.ToString();
        var (total, codes) = (0L, new List<string>());
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
            {
                total = row.GetInt64(0);
                codes.Add(row.GetString(1));
            }
        }

        var goesOn = codes.Count > question.Limit;
        if (goesOn)
            codes.RemoveAt(codes.Count - 1);
        var found = await InstitutionsAsync(codes, asOf, cancellation);
        return new(on, (int)total, [.. codes.Select(code => Row(found[code], on))], goesOn ? codes[^1] : null);
    }

    /// <exception cref="RefusedRequestException"><c>institution-unknown</c>.</exception>
    public async Task<InstitutionView> InstitutionAsync(string code, LocalDate? on, AsOf asOf, CancellationToken cancellation)
    {
        var day = on ?? asOf.Day(today);
        var stream = Institution.Stream(code);
        Recorded<InstitutionEvent>[] history =
        [
            .. (await reader.HistoryAsync<InstitutionEvent>(stream.Id, asOf.Position, cancellation))
                .Where(recorded => asOf.Knows(recorded.Event.On)),
        ];
        var state = stream.Fold(history);
        if (history.Length == 0)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "institution-unknown", code));
        return new(
            Row(state, day), day, state.Names.Entries, state.Zones.Entries, await PredecessorsAsync(code, asOf, cancellation),
            [.. history.Zip(state.Acts, (recorded, act) => Step(recorded, act, state))], state.LastActOn, history[^1].Provenance.Version, state.Struck);
    }

    /// <summary>By zone, kind and level; what has none is not there.</summary>
    public async Task<RegisterCounts> CountsAsync(LocalDate? on, string? zone, string? kind, AsOf asOf, CancellationToken cancellation)
    {
        var day = on ?? asOf.Day(today);
        await ReachAsync(asOf.Position, cancellation);
        // Every row is looked at once, so the conditions are few, those that most rows do not meet first.
        var sql = new StringBuilder($"select r.zone, r.kind, r.level, count(*) from ledger.register_standing r where {Holds} and ")
            .Append(asOf.KnownOn is null ? "r.position_to > $1 and r.position_from <= $1 and $2::date is not null" : Known);
        await using var command = database.CreateCommand();
        Add(command, asOf.Position, asOf.KnownOn, day);
        foreach (var (column, text) in new[] { ("zone", zone), ("kind", kind) })
        {
            if (text is null)
                continue;
            command.Parameters.AddWithValue(text);
            sql.Append(CultureInfo.InvariantCulture, $" and r.{column} = ${command.Parameters.Count}");
        }

        command.CommandText = sql.Append(" group by r.zone, r.kind, r.level order by r.zone, r.kind, r.level").ToString();
        var counts = new List<RegisterCount>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            counts.Add(new(row.GetString(0), row.GetString(1), Blank(row.GetString(2)), row.GetInt64(3)));
        return new(day, counts);
    }

    /// <summary>Every act that stands on some institutions, as was known at the moment: entries first, so that whoever is merged into is there, then as they were recorded.</summary>
    internal async Task<IReadOnlyList<(Institution Institution, int Number, ListedAct Act)>> ActsAsync(
        IReadOnlyCollection<string> codes, AsOf asOf, CancellationToken cancellation)
    {
        var histories = await reader.HistoriesAsync<InstitutionEvent>(codes.Select(Institution.StreamId), asOf.Position, cancellation);
        return
        [
            .. from code in codes
               let history = histories[Institution.StreamId(code)].Where(recorded => asOf.Knows(recorded.Event.On)).ToList()
               let institution = Institution.Stream(code).Fold(history)
               from listed in ListedAct.Of(institution)
               orderby listed.Act.Act != RegisterAct.Enter, history[listed.Number - 1].Provenance.Position
               select (institution, listed.Number, listed.Act),
        ];
    }

    /// <summary>Institutions by their codes, as they were known at the moment.</summary>
    internal async Task<IReadOnlyDictionary<string, Institution>> InstitutionsAsync(
        IReadOnlyCollection<string> codes, AsOf asOf, CancellationToken cancellation)
    {
        var histories = await reader.HistoriesAsync<InstitutionEvent>(codes.Select(Institution.StreamId), asOf.Position, cancellation);
        return codes.ToDictionary(code => code, code => Institution.Stream(code).Fold(
            histories[Institution.StreamId(code)].Where(recorded => asOf.Knows(recorded.Event.On))));
    }

    /// <summary>The last act on the register, whatever institution it was on; null: there was none.</summary>
    internal async Task<(long Position, LocalDate On, string Type)?> LatestAsync(long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select l.position, (e.data ->> 'on')::date, e.type from ledger.mt_events e join ledger.ledger_entry l using (seq_id)
             where e.stream_id ^@ 'institution/' and l.position <= $1 and (e.data ->> 'on')::date <= $2 order by e.seq_id desc limit 1
            """);
        command.Parameters.AddWithValue(position);
        command.Parameters.AddWithValue(knownOn ?? NoDay);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetFieldValue<LocalDate>(1), row.GetString(2)) : null;
    }

    /// <summary>Waits for the last act on the register, or for a position before it, and not for whatever else is being written.</summary>
    /// <returns>Whether anything was ever done to the register.</returns>
    internal async Task<bool> ReachAsync(long position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select l.position from ledger.mt_events e join ledger.ledger_entry l using (seq_id)
             where e.stream_id ^@ 'institution/' order by e.seq_id desc limit 1
            """);
        if (await command.ExecuteScalarAsync(cancellation) is not long last)
            return false;
        await readModels.ReachAsync(Math.Min(last, position), cancellation);
        return true;
    }

    internal static void Add(NpgsqlCommand command, long position, LocalDate? knownOn, LocalDate day)
    {
        command.Parameters.AddWithValue(position);
        command.Parameters.AddWithValue(knownOn ?? NoDay);
        command.Parameters.AddWithValue(day);
    }

    private static InstitutionRow Row(Institution state, LocalDate day) => new(
        state.Code, state.NameOn(day)!, state.ZoneOn(day), state.Exists(day), state.Ending,
        [.. state.Recognitions.Select(known => RecognitionView.Of(known, day))]);

    private async Task<IReadOnlyList<string>> PredecessorsAsync(string code, AsOf asOf, CancellationToken cancellation)
    {
        var mergers = await reader.OfTypeAsync<InstitutionMerged>(fromExclusive: null, asOf.Position, cancellation);
        return
        [
            .. mergers.Where(recorded => recorded.Event.Into == code && asOf.Knows(recorded.Event.On))
                .Select(recorded => recorded.Provenance.Stream[Institution.StreamId("").Length..]).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private InstitutionStep Step(Recorded<InstitutionEvent> recorded, InstitutionAct act, Institution institution) => new(
        recorded.Provenance.Position, recorded.Provenance.RecordedAt, recorded.Event.On, names.NameOf(recorded.Event.GetType()),
        recorded.Provenance.Actor.Officer, recorded.Provenance.Actor.Organisation, recorded.Event switch
        {
            RecognitionCorrected e => e.Number,
            RecognitionStruck e => e.Number,
            InstitutionActCorrected e => institution.Acts[e.Act - 1].Recognition,
            InstitutionActStruck e => institution.Acts[e.Act - 1].Recognition,
            _ => act.Recognition,
        },
        act.Number, ActSaid.By(act.Event), institution.Stands(act), ActSaid.By(recorded.Event) != ActSaid.By(act.Event));

    private static string KnownAs(string row) =>
        $"{row}.position_from <= $1 and {row}.known_on <= $2 and ({row}.position_to > $1 or {row}.known_to > $2)";

    private static string HoldsAs(string row) => $"{row}.valid_to > $3 and {row}.valid_from <= $3";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
