using System.Text.Json;
using Ledger.Api.Store;

namespace Ledger.Api.Sample;

/// <summary>The sample's data as it comes with the program. Everything in it is invented.</summary>
internal static class SampleFiles
{
    private const string Folder = "sample/";

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"{name} is not part of the sample.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static T Json<T>(string name) => JsonSerializer.Deserialize<T>(Bytes(name), LedgerJson.Options)
        ?? throw new InvalidOperationException($"{name} is empty.");

    /// <summary>A table with a head; no field of the sample holds a comma.</summary>
    public static IEnumerable<TableRow> Table(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(name)));
        string[] head = reader.ReadLine()?.Split(',') ?? throw new InvalidOperationException($"{name} is empty.");
        while (reader.ReadLine() is { } line)
            yield return new TableRow(head, line.Split(','));
    }

    public static IEnumerable<string> Papers() => typeof(SampleFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder + "papers/", StringComparison.Ordinal))
        .Select(name => name[Folder.Length..])
        .Order(StringComparer.Ordinal);

    /// <summary>A line of a table; an empty field is null.</summary>
    internal sealed class TableRow(string[] head, string[] fields)
    {
        public string? this[string column] => fields[Array.IndexOf(head, column)] is { Length: > 0 } field ? field : null;

        /// <exception cref="InvalidOperationException">The field is empty.</exception>
        public string Need(string column) => this[column]
            ?? throw new InvalidOperationException($"'{string.Join(',', fields)}' says no {column}.");

        /// <summary>The columns after the one named, in their order.</summary>
        public IEnumerable<string> ColumnsAfter(string column) => head.Skip(Array.IndexOf(head, column) + 1);
    }
}
