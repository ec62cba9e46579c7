using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Audit;
using Ledger.Domain.Programme;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit;

/// <summary>The events of the ledger in its own order, whatever they are about, as far as a reader is told of them.</summary>
public sealed class LedgerEvents(NpgsqlDataSource database, LedgerReader ledger, Programmes programmes, EventNames names, EventSentences sentences)
{
    public const int UsualPage = 50;
    public const int LargestPage = 500;

    /// <summary>The stored names of the kinds of events there are, in their order.</summary>
    public IReadOnlyList<string> Types { get; } = [.. names.Types.Keys];

    /// <summary>A page of what is wanted, the newest first.</summary>
    /// <param name="before">Only what stands before this position.</param>
    /// <param name="after">The first that stand after this position; not with <paramref name="before"/>.</param>
    public async Task<EventPage> PageAsync(
        EventFilter filter, Actor actor, long position, long? before, long? after, int limit, CancellationToken cancellation)
    {
        var reader = await ReaderAsync(actor, position, cancellation);
        // One more than is shown tells whether it goes on.
        var bounds = after is { } from
            ? $"and l.position > {Text(from)} order by l.position limit {Text(limit + 1)}"
            : $"and l.position < {Text(before ?? long.MaxValue)} order by l.position desc limit {Text(limit + 1)}";
        await using var command = EventStatement.Create(database, filter, reader, position, whole: false, bounds);
        var events = new List<EventView>();
        await foreach (var (view, _) in ReadAsync(command, reader, position, cancellation))
            events.Add(view);

        var goesOn = events.Count > limit;
        if (goesOn)
            events.RemoveAt(limit);
        if (after is not null)
            events.Reverse();
        if (events.Count == 0)
            return new(position, [], Older: after is null ? null : after + 1, Newer: before - 1);
        return new(
            position,
            events,
            Older: after is not null || goesOn ? events[^1].Position : null,
            Newer: before is not null || (after is not null && goesOn) ? events[0].Position : null);
    }

    /// <returns>Null where the ledger has no such position at the moment.</returns>
    public async Task<WholeEvent?> FindAsync(long at, Actor actor, long position, CancellationToken cancellation)
    {
        var reader = await ReaderAsync(actor, position, cancellation);
        await using var command = EventStatement.Create(
            database, new(), reader, position, whole: true, $"and l.position = {Text(at)}");
        await foreach (var (view, text) in ReadAsync(command, reader, position, cancellation))
            return new(view, view.IsWithheld ? null : text);
        return null;
    }

    /// <summary>All that is wanted, in the order of the ledger, read as it is written: however much it is, little is held at once.</summary>
    public async IAsyncEnumerable<WholeEvent> AllAsync(
        EventFilter filter, Actor actor, long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = await ReaderAsync(actor, position, cancellation);
        await using var command = EventStatement.Create(database, filter, reader, position, whole: true, "order by l.position");
        await foreach (var (view, text) in ReadAsync(command, reader, position, cancellation))
            yield return new(view, view.IsWithheld ? null : text);
    }

    private async IAsyncEnumerable<(EventView View, string? Text)> ReadAsync(
        NpgsqlCommand command, EventReader reader, long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var programme = await programmes.FindInForceAsync(position, cancellation);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var (isBallot, isPrivate) = (row.GetBoolean(11), row.GetBoolean(12));
            using var headers = JsonDocument.Parse(row.GetString(6));
            using var data = JsonDocument.Parse(row.GetString(8));
            var named = !isBallot || reader.IsToldOfMembers;
            var told = new ToldEvent(
                row.GetString(2), row.GetString(3),
                named ? row.GetString(5) : null,
                isBallot || await row.IsDBNullAsync(9, cancellation) || IsOtherUnit(row.GetString(3), row.GetString(9)) ? null : row.GetString(9),
                await row.IsDBNullAsync(10, cancellation) ? null : Period.Parse(row.GetString(10)),
                isBallot ? null : data.RootElement);
            yield return (
                new(
                    row.GetInt64(0), row.GetFieldValue<Instant>(1), On(data.RootElement), told.Type, told.Stream, row.GetInt64(4),
                    sentences.Say(told, programme?.Document),
                    told.Officer,
                    named ? Header("organisation") : null,
                    named ? Header("role") : null,
                    told.Zone, told.Period, isBallot ? null : Header("decision"), row.GetString(7), isBallot || isPrivate),
                await row.IsDBNullAsync(13, cancellation) ? null : row.GetString(13));

            // Tasks are done by zones and by others; of the others nothing is told as of a zone.
            bool IsOtherUnit(string stream, string unit) =>
                stream.StartsWith("task/", StringComparison.Ordinal) && programme?.Document.FindZone(unit) is null;

            string? Header(string name) => headers.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        }
    }

    /// <summary>What the reader is not told: ballots of years that are not ratified since they were cast.</summary>
    private async Task<EventReader> ReaderAsync(Actor actor, long position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select l.position, l.stream_id, e.type, e.user_name
              from ledger.mt_events e join ledger.ledger_entry l using (seq_id)
             where e.type in ('ballot_sealed', 'voting_closed') and l.position <= $1
               and not exists (
                   select from ledger.mt_events r join ledger.ledger_entry d using (seq_id)
                    where r.type = 'result_ratified' and r.stream_id = e.stream_id and d.position between l.position and $1)
            """);
        command.Parameters.AddWithValue(position);
        var (ballots, opened) = (new List<long>(), new List<(long Position, string Stream)>());
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
            {
                if (row.GetString(2) == "voting_closed")
                    opened.Add((row.GetInt64(0), row.GetString(1)));
                else if (row.GetString(3) != actor.Officer)
                    ballots.Add(row.GetInt64(0));
            }
        }

        foreach (var (at, stream) in opened)
        {
            var year = AssessmentYear.YearOf(stream);
            var state = (await ledger.ReadAsync(AssessmentYear.Stream(year), position, cancellation)).State;
            var zones = (await programmes.OfVersionAsync(state.ProgrammeVersion, cancellation))?.Document.ZonesIn(Period.OfYear(year)) ?? [];
            if (!EventSecrets.AreToldBallots(actor, state, at, zones.Select(zone => zone.Code)))
                ballots.Add(at);
        }

        return new(actor, EventSecrets.AreToldOfMembers(actor), ballots);
    }

    private static LocalDate? On(JsonElement data) =>
        data.TryGetProperty("on", out var on) && LocalDatePattern.Iso.Parse(on.GetString() ?? "").TryGetValue(default, out var day) ? day : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What of an event may be said to its reader.</summary>
/// <param name="Data">Without the large parts of papers; null where nothing of it is told.</param>
public sealed record ToldEvent(string Type, string Stream, string? Officer, string? Zone, Period? Period, JsonElement? Data);
