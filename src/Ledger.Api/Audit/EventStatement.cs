using System.Globalization;
using System.Text;
using Ledger.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Audit;

/// <summary>The one statement that events are found by, put together of what a filter asks for.</summary>
internal static class EventStatement
{
    // Without the large parts of papers, which no sentence needs; what a programme calls its document is one of those.
    private const string Short = """
        e.data - array['frozen', 'scheme', 'content', 'ballots', 'changes', 'otherChanges', 'effect', 'explanations',
                       case when e.type like 'programme\_%' then 'document' else 'frozen' end]
        """;

    /// <param name="whole">With the canonical text, else with what a sentence needs of the data.</param>
    /// <param name="bounds">A further condition on <c>l.position</c>, the order and the limit.</param>
    public static NpgsqlCommand Create(
        NpgsqlDataSource database, EventFilter filter, EventReader reader, long position, bool whole, string bounds)
    {
        var command = database.CreateCommand();
        var ballots = Add(reader.Ballots.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        var officer = Add(reader.Actor.Officer, NpgsqlDbType.Text);
        var isBallot = $"l.position = any({ballots})";
        var isPrivate = reader.IsToldOfMembers
            ? "false"
            : $"(e.type = 'interest_declared' and e.data->>'text' is not null and e.user_name <> {officer})";
        var sql = new StringBuilder($"""
            select l.position, l.recorded_at, e.type, l.stream_id, l.version, e.user_name, e.headers::text,
                   encode(l.leaf_hash, 'hex'), ({Short})::text, ledger.event_zone(e.stream_id, e.data), ledger.event_period(e.stream_id),
                   {isBallot}, {isPrivate}, {(whole ? "ledger.entry_text(l.position, l.recorded_at, e)" : "null::text")}
              from ledger.ledger_entry l join ledger.mt_events e using (seq_id)
             where l.position <= {Add(position, NpgsqlDbType.Bigint)}
            """);
        // What the reader is not told does not answer to a question about it either.
        if (filter.Zone is { } zone)
            sql.Append(CultureInfo.InvariantCulture, $" and ledger.event_zone(e.stream_id, e.data) = {Add(zone, NpgsqlDbType.Text)} and not {isBallot}");
        if (filter.Officer is { } by)
            sql.Append(CultureInfo.InvariantCulture, $" and e.user_name = {Add(by, NpgsqlDbType.Varchar)}{OfMembers()}");
        if (filter.Organisation is { } organisation)
            sql.Append(CultureInfo.InvariantCulture, $" and e.headers->>'organisation' = {Add(organisation, NpgsqlDbType.Text)}{OfMembers()}");
        if (filter.Role is { } role)
            sql.Append(CultureInfo.InvariantCulture, $" and e.headers->>'role' = {Add(role.Word(), NpgsqlDbType.Text)}{OfMembers()}");
        // Written out, so that the database plans for this kind, be it frequent, rare or not there.
        if (filter.Type is { } type)
        {
            if (!type.All(sign => char.IsAsciiLetterLower(sign) || sign == '_'))
                throw new ArgumentException($"'{type}' is no kind of event.", nameof(filter));
            sql.Append(CultureInfo.InvariantCulture, $" and e.type = '{type}'");
        }

        if (filter.Stream is { } stream)
        {
            sql.Append(stream.EndsWith('/') ? " and starts_with(l.stream_id, " : " and (l.stream_id = ").Append(Add(stream, NpgsqlDbType.Text)).Append(')');
        }

        if (filter.Period is { } period)
            sql.Append(CultureInfo.InvariantCulture, $" and ledger.event_period(e.stream_id) = {Add(period.ToString(), NpgsqlDbType.Text)}");
        if (filter.Decision is { } decision)
        {
            // The second condition is the index's own.
            sql.Append(decision.EndsWith('/') ? " and starts_with(e.headers->>'decision', " : " and (e.headers->>'decision' = ")
                .Append(Add(decision, NpgsqlDbType.Text)).Append(") and e.headers ? 'decision'")
                .Append(CultureInfo.InvariantCulture, $" and not {isBallot}");
        }

        Bound(filter.From, ">=");
        Bound(filter.To, "<=");
        if (filter.Text is { } text)
        {
            // The first looks through all that is written, quickly; the second only through the values that are texts.
            sql.Append(CultureInfo.InvariantCulture, $"""
                 and strpos(lower(e.data::text), {Add(Quoted(text)[1..^1].ToLowerInvariant(), NpgsqlDbType.Text)}) > 0
                 and e.data @? {Add($"$.** ? (@ like_regex {Quoted(text)} flag \"iq\")", NpgsqlDbType.Text)}::jsonpath
                 and not {isBallot} and not {isPrivate}
                """);
        }

        command.CommandText = sql.Append(' ').Append(bounds).ToString();
        return command;

        string OfMembers() => reader.IsToldOfMembers ? "" : $" and not {isBallot}";

        void Bound(EventBound? bound, string comparison)
        {
            if (bound?.Position is { } at)
                sql.Append(CultureInfo.InvariantCulture, $" and l.position {comparison} {Add(at, NpgsqlDbType.Bigint)}");
            if (bound?.Instant is { } instant)
                sql.Append(CultureInfo.InvariantCulture, $" and l.recorded_at {comparison} {Add(instant, NpgsqlDbType.TimestampTz)}");
        }

        string Add<T>(T value, NpgsqlDbType kind)
        {
            command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = kind });
            return $"${command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    // As the database writes a text into JSON: quotes, backslashes and control characters escaped, all else as it is.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
        {
            if (sign is '"' or '\\')
                quoted.Append('\\').Append(sign);
            else if (!char.IsControl(sign))
                quoted.Append(sign);
        }

        return quoted.Append('"').ToString();
    }
}
