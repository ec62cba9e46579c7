using System.Text;
using Ledger.Domain.Programme;

namespace Ledger.Api.Reporting.Pages;

/// <summary>What a column copied from a sheet says about the series of a return; shown before anything is taken over.</summary>
/// <remarks>
/// One cell a line: the values in the order of the form, an empty cell passing over its series. Several cells a line: one of them
/// names the series by its number, its code or its name in any language, and the last number is the value.
/// </remarks>
public static class PastedColumn
{
    private static readonly string[] Blank = ["", "-", "—", "–", "…", "/"];

    /// <param name="form">The series in the form's order.</param>
    /// <param name="first">The series that the first of the lines with a single cell is for; null: the form's first.</param>
    public static IReadOnlyList<PastedLine> Read(string pasted, IReadOnlyList<Series> form, string? first = null)
    {
        var names = Names(form);
        var next = Math.Max(0, form.Index().FirstOrDefault(entry => entry.Item.Code == first).Index);
        var seen = new HashSet<string>();
        var lines = new List<PastedLine>();
        foreach (var (index, text) in pasted.ReplaceLineEndings("\n").TrimEnd('\n', ' ').Split('\n').Index())
        {
            var cells = Cells(text);
            var named = cells.Select(cell => names.GetValueOrDefault(Plain(cell))).FirstOrDefault(series => series is not null);
            var series = named ?? (cells.Length == 1 && next < form.Count ? form[next++] : null);
            var (value, trouble) = Understand(cells, named is not null, series, seen);
            lines.Add(new(index + 1, text.Replace('\t', ' ').Trim(), series?.Code, value, trouble));
        }

        return lines;
    }

    private static (decimal? Value, PasteTrouble? Trouble) Understand(string[] cells, bool isNamed, Series? series, HashSet<string> seen)
    {
        var value = cells.Select(TypedNumber.Read).LastOrDefault(number => number is not null);
        if (value is null && (Blank.Contains(cells[^1]) || (isNamed && cells.Length == 1)))
            return (null, PasteTrouble.Empty);
        if (series is null)
            return (value, cells.Length > 1 ? PasteTrouble.SeriesUnknown : PasteTrouble.LeftOver);
        if (value is null)
            return (null, PasteTrouble.NotANumber);
        return (value, seen.Add(series.Code) ? null : PasteTrouble.Repeated);
    }

    // A text hands over a name and a number with a space between them rather than a tab.
    private static string[] Cells(string line)
    {
        if (line.Contains('\t', StringComparison.Ordinal))
            return line.Split('\t', StringSplitOptions.TrimEntries);
        var trimmed = line.Trim();
        var space = trimmed.LastIndexOfAny([' ', '\u3000', '\u00a0']);
        return space > 0 && TypedNumber.Read(trimmed) is null && TypedNumber.Read(trimmed[space..]) is not null
            ? [trimmed[..space].Trim(), trimmed[(space + 1)..]]
            : [trimmed];
    }

    private static Dictionary<string, Series> Names(IReadOnlyList<Series> form)
    {
        var names = new Dictionary<string, Series>();
        foreach (var series in form)
        {
            foreach (var name in new[] { series.Id, series.Code, series.Name.ZhHant, series.Name.ZhHans, series.Name.En })
                names.TryAdd(Plain(name), series);
        }

        return names;
    }

    /// <summary>The letters and digits alone, and no unit in brackets: sheets differ in the rest.</summary>
    private static string Plain(string cell)
    {
        var plain = cell.Normalize(NormalizationForm.FormKC).Trim();
        var bracket = plain.LastIndexOf('(');
        if (bracket > 0 && plain.EndsWith(')'))
            plain = plain[..bracket];
        return string.Concat(plain.Where(c => char.IsLetterOrDigit(c) || c == '_')).ToUpperInvariant();
    }
}

/// <param name="Number">From 1.</param>
/// <param name="Series">The code of the series it is for; null where it is for none.</param>
/// <param name="Trouble">Why the line is not taken over; null: it is.</param>
public sealed record PastedLine(int Number, string Text, string? Series, decimal? Value, PasteTrouble? Trouble);

public enum PasteTrouble
{
    /// <summary>No value: what stands in the form stays.</summary>
    Empty,
    NotANumber,
    SeriesUnknown,

    /// <summary>An earlier line has already given this series a value.</summary>
    Repeated,

    /// <summary>A value beyond the form's last series.</summary>
    LeftOver,
}
