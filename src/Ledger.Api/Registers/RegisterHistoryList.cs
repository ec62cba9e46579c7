using Ledger.Api.Lists;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Registers;

namespace Ledger.Api.Registers;

/// <summary>The register with its history as a list, in and out: a row is one act, as it is in truth (<see cref="ListedAct"/>).</summary>
/// <remarks>Taken out and brought into an empty ledger, it counts the same on every day. What was corrected or struck out on the way is not in it.</remarks>
public sealed class RegisterHistoryList(Register register, RegisterActs acts, Programmes programmes, ListImporter importer, ITexts texts, Today today)
{
    internal async Task<IEnumerable<IReadOnlyList<object?>>> RowsAsync(IReadOnlyCollection<string> codes, AsOf asOf, CancellationToken cancellation) =>
        (await register.ActsAsync(codes, asOf, cancellation)).Select(row => (IReadOnlyList<object?>)
        [
            row.Institution.Code, texts[row.Act.Act.TextKey()], row.Act.Said.From, row.Act.Said.Name, row.Act.Said.Zone, row.Act.Recognition, row.Act.Said.Kind,
            row.Act.Said.Level, row.Act.Said.Certificate, row.Act.Said.Until, row.Act.Said.Cause is { } cause ? texts[cause.TextKey()] : null, row.Act.Said.Into,
            row.Act.Said.Document, row.Act.On,
        ]);

    /// <summary>The rows are taken in the order of the file, for that is what a history is.</summary>
    internal async Task<ListOutcome> ImportAsync(
        ListTable table, RegisterColumns columns, bool isDryRun, WriteContext context, CancellationToken cancellation)
    {
        StatedAct[] stated = table.IsHeaded ? [.. table.Rows.Select(row => Read(row, columns)).OfType<StatedAct>()] : [];
        var others = await acts.NowAsync([.. stated.Select(row => row.Listed.Said.Into).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        var soFar = new Dictionary<string, Institution>(others, StringComparer.Ordinal);
        return await importer.ImportAsync(
            table, [.. stated.Select((row, index) => ActOf(row, isFirst: index == 0))], isDryRun, context, cancellation);

        ListAct<Institution, InstitutionEvent> ActOf(StatedAct row, bool isFirst) => new(
            row.Row, On: null, texts["registerlist.act.line", row.Code, texts[row.Listed.Act.TextKey()], row.Listed.Said.Name ?? row.Listed.Said.Certificate ?? row.Listed.Said.Into ?? ""],
            programmes.Step(
                Institution.Stream(row.Code),
                (state, programme) =>
                {
                    // Decided once more from the start, it begins with what the ledger says again.
                    if (isFirst)
                    {
                        foreach (var (code, known) in others)
                            soFar[code] = known;
                    }

                    var decision = row.Listed.Decide(state, new(programme.Document, context.Actor, today.Date, soFar));
                    soFar[row.Code] = decision.Events.Aggregate(state, (before, @event) => before.After(@event));
                    return decision;
                },
                cancellation),
            about => FieldOf(about, columns));
    }

    private static StatedAct? Read(ListRow row, RegisterColumns columns)
    {
        var code = columns.CodeIn(row);
        var act = row.Choice(columns.Act, columns.Acts);
        var kind = row.Code(columns.Kind, columns.Kinds);
        var said = new ActSaid(
            row.Text(columns.Document) ?? "", row.Text(columns.Renamed), row.Code(columns.Zone, columns.Zones), row.Text(columns.Into)?.ToUpperInvariant(), kind,
            kind is null ? row.Text(columns.Level) : row.Code(columns.Level, columns.LevelsOf(kind)), row.Text(columns.Certificate), row.Date(columns.Effective),
            row.Date(columns.Until), row.Choice(columns.Cause, columns.Causes));
        var recognition = row.Whole(columns.Recognition);
        var on = row.Date(columns.On);
        return row.IsAtFault ? null : new(row, code!, new(act!.Value, said, recognition, on));
    }

    private static string? FieldOf(string about, RegisterColumns columns) => about switch
    {
        "/code" or "institution-ended" or "institution-unknown" or "institution-entered" => columns.Code.Field,
        "/name" => columns.Named.Field,
        "/zone" => columns.Zone.Field,
        "/recognition" or "recognition-over" or "recognition-struck" => columns.Recognition.Field,
        "/kind" => columns.Kind.Field,
        "/level" => columns.Level.Field,
        "/certificate" => columns.Certificate.Field,
        "/from" or "recognition-standing" => columns.Effective.Field,
        "/until" => columns.Until.Field,
        "/cause" => columns.Cause.Field,
        "/into" => columns.Into.Field,
        "/document" => columns.Document.Field,
        "date-in-future" or "date-before-previous" => columns.On.Field,
        _ => null,
    };

    private sealed record StatedAct(ListRow Row, string Code, ListedAct Listed);
}
