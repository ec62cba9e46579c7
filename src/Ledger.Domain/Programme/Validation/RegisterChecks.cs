namespace Ledger.Domain.Programme.Validation;

internal static class RegisterChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var series = document.Series.DistinctBy(one => one.Code).ToDictionary(one => one.Code);
        return Codes.Duplicates("/registerKinds", "code", document.RegisterKinds.Select(kind => kind.Code))
            .Concat(document.RegisterKinds.SelectMany((kind, index) => Of(kind, $"/registerKinds/{index}", series)).OfType<Fault>());
    }

    private static IEnumerable<Fault?> Of(RegisterKind kind, string at, Dictionary<string, Series> series)
    {
        yield return Codes.Small($"{at}/code", kind.Code);
        yield return kind.ValidYears is { } years ? Codes.Between($"{at}/validYears", years, 1, 50) : null;
        foreach (var duplicate in Codes.Duplicates($"{at}/levels", "code", kind.Levels.Select(level => level.Code)))
            yield return duplicate;
        foreach (var (index, level) in kind.Levels.Index())
            yield return Codes.Small($"{at}/levels/{index}/code", level.Code);
        foreach (var duplicate in Codes.Duplicates($"{at}/counted", "series", kind.Counted.Select(counting => counting.Series)))
            yield return duplicate;
        foreach (var (index, counting) in kind.Counted.Index())
        {
            yield return Codes.Known($"{at}/counted/{index}/fromLevel", counting.FromLevel, kind.Levels.Select(level => level.Code).ToHashSet());
            if (!series.TryGetValue(counting.Series, out var into))
                yield return Fault.At($"{at}/counted/{index}/series", "code-unknown", counting.Series);
            else if (into.Places != 0 || into.Kind != (counting.Mode == RegisterMode.StockAtEnd ? SeriesKind.Stock : SeriesKind.Flow))
                yield return Fault.At($"{at}/counted/{index}/mode", "counted-unlike-series", counting.Series);
        }
    }
}
