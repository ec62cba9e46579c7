using Ledger.Api.Lists;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Api.Registers;

/// <summary>
/// The register as a list, in and out: of a day, where a row is one term of an institution's recognition (<see cref="RegisterRow"/>), or with
/// its history, where a row is one act (<see cref="RegisterHistoryList"/>). A list with a column of acts is one of acts.
/// </summary>
public sealed class RegisterLists(
    Register register, RegisterHistoryList history, Programmes programmes, ListImporter importer, ITexts texts, Today today) : IListImport
{
    public string Name => "registers";

    public Act Act => Act.KeepRegisters;

    public async Task<IReadOnlyList<Column>> ColumnsAsync(CancellationToken cancellation) =>
        new RegisterColumns((await programmes.InForceAsync(position: null, cancellation)).Document, texts).All;

    /// <summary>Every institution asked for, with a row for each term that holds on the day; with <see cref="RegisterQuestion.Past"/> every act on it instead.</summary>
    public async Task<byte[]> WriteAsync(RegisterQuestion question, ListFormat format, AsOf asOf, CancellationToken cancellation)
    {
        var columns = new RegisterColumns((await programmes.InForceAsync(asOf.Position, cancellation)).Document, texts);
        var page = await register.PageAsync(question with { Limit = null }, asOf, cancellation);
        if (question.Past)
            return ListFile.Write(format, columns.OfActs, await history.RowsAsync([.. page.Institutions.Select(one => one.Code)], asOf, cancellation), Texts.Language);
        return ListFile.Write(format, columns.All, page.Institutions.SelectMany(one => RowsOf(one, question, page.On)), Texts.Language);
    }

    public async Task<ListOutcome> ImportAsync(Sheet sheet, bool isDryRun, WriteContext context, CancellationToken cancellation)
    {
        var columns = new RegisterColumns((await programmes.InForceAsync(position: null, cancellation)).Document, texts);
        if (ListTable.Of(sheet, columns.OfActs) is var acts && acts.Has(columns.Act))
            return await history.ImportAsync(acts, columns, isDryRun, context, cancellation);
        var table = ListTable.Of(sheet, columns.All);
        StatedRow[] stated = table.IsHeaded ? [.. table.Rows.Select(row => Read(row, columns)).OfType<StatedRow>()] : [];
        ListTable.RefuseRepeated(
            stated, row => (row.Code, row.Said.Term?.Kind, row.Said.Term?.Level, row.Said.Term?.From), row => row.Row, columns.Code);

        // The terms of a recognition follow each other in time, whatever the order of the list.
        return await importer.ImportAsync(
            table,
            [.. stated.Where(row => !row.Row.IsAtFault).OrderBy(row => row.Said.Term?.From).Select(row => ActOf(row, columns, context.Actor, cancellation))],
            isDryRun, context, cancellation);
    }

    private static StatedRow? Read(ListRow row, RegisterColumns columns)
    {
        var code = columns.CodeIn(row);
        var name = row.Text(columns.Named);
        var zone = row.Code(columns.Zone, columns.Zones);
        var document = row.Text(columns.Document);
        var kind = row.Code(columns.Kind, columns.Kinds);
        var level = kind is null ? row.Text(columns.Level) : row.Code(columns.Level, columns.LevelsOf(kind));
        var certificate = row.Text(columns.Certificate);
        var from = kind is null ? row.Date(columns.From) : row.Date(columns.From with { IsRequired = true });
        var until = row.Date(columns.Until);
        var ended = row.Date(columns.Ended);
        var cause = row.Choice(columns.Cause, columns.Causes);
        var on = row.Date(columns.On);
        // Part of a recognition without its kind would be lost without a word.
        if (kind is null && !row.IsAtFault && (level, certificate, from, until, ended, cause) != (null, null, null, null, null, null))
            row.Refuse(columns.Kind.Field, Fault.At("", "cell-required"));
        if (row.IsAtFault)
            return null;
        var term = kind is null ? null : new RegisterRowTerm(kind, level, from!.Value, certificate, until, ended, cause ?? RecognitionEnd.Withdrawn);
        return new(row, code!, new(name!, zone, document ?? "", term, on));
    }

    private ListAct<Institution, InstitutionEvent> ActOf(StatedRow row, RegisterColumns columns, Actor actor, CancellationToken cancellation)
    {
        var term = row.Said.Term;
        return new(
            row.Row, row.Said.On,
            term is null
                ? texts["registerlist.line.institution", row.Code, row.Said.Name]
                : texts["registerlist.line", row.Code, row.Said.Name, columns.Kinds.First(kind => kind.Value == term.Kind).Names[(int)Texts.Language], term.From],
            programmes.Step(
                Institution.Stream(row.Code),
                (state, programme) => row.Said.Decide(
                    state, new InstitutionContext(programme.Document, actor, today.Date, new Dictionary<string, Institution>())),
                cancellation),
            about => about switch
            {
                "/code" or "institution-ended" => columns.Code.Field,
                "/name" => columns.Named.Field,
                "/zone" => columns.Zone.Field,
                "/kind" => columns.Kind.Field,
                "/level" => columns.Level.Field,
                "/certificate" => columns.Certificate.Field,
                "/from" or "recognition-standing" => columns.From.Field,
                "/until" => columns.Until.Field,
                "/ended" or "recognition-over" => columns.Ended.Field,
                "/document" => columns.Document.Field,
                "date-in-future" or "date-before-previous" => columns.On.Field,
                _ => null,
            });
    }

    private IEnumerable<IReadOnlyList<object?>> RowsOf(InstitutionRow one, RegisterQuestion question, LocalDate on)
    {
        var known = one.Recognitions
            .Where(recognition => recognition.Standing == RecognitionStanding.Holds && (question.Kind is null || recognition.Kind == question.Kind)
                && (question.Level is null || recognition.Level == question.Level))
            .ToList();
        if (known.Count == 0)
            return [[one.Code, one.Name, one.Zone, null, null, null, null, null, null, null, null, null, null]];
        return known.SelectMany(recognition => recognition.Terms.Where(term => term.Covers(on)), (recognition, term) => (IReadOnlyList<object?>)
        [
            one.Code, one.Name, one.Zone, recognition.Kind, recognition.Level, term.Certificate, term.From, term.Until,
            recognition.Ended?.From, recognition.Ended is { } ended ? texts[ended.Cause.TextKey()] : null, term.Document, null,
            texts[recognition.Standing.TextKey()],
        ]);
    }

    private sealed record StatedRow(ListRow Row, string Code, RegisterRow Said);
}
