using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Assessment.Pages;

/// <summary>For which years a version is in force, as spans without gaps.</summary>
public static class SchemeYears
{
    /// <returns>Empty where later versions took all its years.</returns>
    public static IReadOnlyList<(int From, int To)> Of(SchemeHistory history, SchemeVersion version)
    {
        var spans = new List<(int From, int To)>();
        for (var year = version.FromYear; year <= version.Scheme.TargetYear; year++)
        {
            if (history.ForYear(year)?.Number != version.Number)
                continue;
            if (spans is [.., var last] && last.To == year - 1)
                spans[^1] = (last.From, year);
            else
                spans.Add((year, year));
        }

        return spans;
    }

    public static string Print(IEnumerable<(int From, int To)> spans, string separator) => string.Join(
        separator, spans.Select(span => span.From == span.To ? $"{span.From}" : $"{span.From}–{span.To}"));
}
