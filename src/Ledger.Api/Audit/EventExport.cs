using System.Globalization;
using System.Text;
using Ledger.Api.Access;
using Ledger.Api.Lists;
using NodaTime.Text;

namespace Ledger.Api.Audit;

/// <summary>All events that are wanted as a file: CSV for a table, JSON Lines for a program.</summary>
/// <remarks>
/// A line of JSON Lines is the event's canonical text as the leaf hash covers it; one that the reader is not told whole is an object with
/// <c>withheld</c>. CSV (RFC 4180, UTF-8) says what a list says, then the data's leaf hash and the canonical text.
/// </remarks>
public static class EventExport
{
    private static readonly string[] Columns =
    [
        "position", "recorded_at", "on", "type", "stream", "version", "officer", "organisation", "role", "zone", "period", "decision", "sentence",
        "leaf_hash", "text",
    ];

    public static async Task WriteAsync(
        HttpContext http, LedgerEvents events, EventFilter filter, bool isCsv, long position, CancellationToken cancellation)
    {
        var response = http.Response;
        response.ContentType = isCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"events-{position}.{(isCsv ? "csv" : "jsonl")}\"");
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 * 1024);
        if (isCsv)
            await writer.WriteAsync($"{string.Join(',', Columns)}\r\n".AsMemory(), cancellation);
        await foreach (var one in events.AllAsync(filter, http.User.ToActor(), position, cancellation))
            await writer.WriteAsync((isCsv ? Csv(one) : Line(one)).AsMemory(), cancellation);
    }

    private static string Line(WholeEvent one) => one.Text is { } text
        ? $"{text}\n"
        : string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"withheld": true, "position": {{one.Event.Position}}, "type": "{{one.Event.Type}}", "leafHash": "{{one.Event.LeafHash}}"}{{"\n"}}""");

    private static string Csv(WholeEvent one)
    {
        var view = one.Event;
        string?[] fields =
        [
            view.Position.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(view.RecordedAt),
            view.On is { } on ? LocalDatePattern.Iso.Format(on) : null, view.Type, view.Stream, view.Version.ToString(CultureInfo.InvariantCulture),
            view.Officer, view.Organisation, view.Role, view.Zone, view.Period?.ToString(), view.Decision, view.Sentence, view.LeafHash, one.Text,
        ];
        return Web.Csv.Line(fields.Select(field => Formulas.Neutral(field ?? "")));
    }
}
