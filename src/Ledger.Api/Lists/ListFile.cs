using Ledger.Api.Web.Http;
using Ledger.Domain;

namespace Ledger.Api.Lists;

/// <summary>Lists as files: what clerks have, and what they can open. CSV or XLSX is told by the bytes, never by the name.</summary>
public static class ListFile
{
    /// <summary>In bytes.</summary>
    public const int Largest = 8 * 1024 * 1024;

    /// <summary>Rows below the headings.</summary>
    public const int MostRows = 5_000;

    /// <summary>Further ones are not looked at: no list has as many.</summary>
    internal const int MostColumns = 200;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="charset">As declared with the file; null: it is found out.</param>
    /// <exception cref="RefusedRequestException">
    /// <c>list-too-large</c>, <c>list-too-long</c>, <c>list-empty</c>, or <c>list-unreadable</c> with what is wrong.
    /// </exception>
    public static async Task<Sheet> ReadAsync(Stream content, string? charset, CancellationToken cancellation) =>
        Read(await BytesAsync(content, cancellation), charset);

    /// <inheritdoc cref="ReadAsync"/>
    public static Sheet Read(byte[] bytes, string? charset)
    {
        if (bytes.Length > Largest)
            throw TooLarge();
        if (bytes.AsSpan().StartsWith(OldExcel))
            throw Unreadable(Fault.At("/file", "list-old-excel"));
        var sheet = bytes.AsSpan().StartsWith(Zip) ? XlsxReading.Read(bytes) : CsvReading.Read(bytes, charset);
        return sheet.Rows.Count == 0 ? throw Refused(Refusal.Of(RefusalKind.Invalid, "list-empty")) : sheet;
    }

    /// <param name="rows">A value for each column: a text, a whole or decimal number, a date, or null.</param>
    /// <param name="language">Of the headings.</param>
    public static byte[] Write(ListFormat format, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows, Language language) => format switch
    {
        ListFormat.Csv => CsvWriting.Write(columns, rows, language),
        ListFormat.Xlsx => XlsxWriting.Write(columns, rows, language),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    internal static RefusedRequestException TooLong() => Refused(Refusal.Of(RefusalKind.TooLarge, "list-too-long", MostRows));

    internal static RefusedRequestException Unreadable(Fault fault) => Refused(Refusal.OfFaults(RefusalKind.Malformed, "list-unreadable", [fault]));

    private static RefusedRequestException TooLarge() => Refused(Refusal.Of(RefusalKind.TooLarge, "list-too-large", Largest / 1024 / 1024));

    private static RefusedRequestException Refused(Refusal refusal) => new(refusal);

    private static async Task<byte[]> BytesAsync(Stream content, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (buffer.Length + read > Largest)
                throw TooLarge();
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
