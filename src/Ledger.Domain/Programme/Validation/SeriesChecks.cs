namespace Ledger.Domain.Programme.Validation;

internal static class SeriesChecks
{
    /// <summary>More places than any unit of the dictionary needs.</summary>
    public const int MostPlaces = 6;

    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var byCode = document.Series.DistinctBy(series => series.Code).ToDictionary(series => series.Code);
        var organisations = document.Organisations.Select(organisation => organisation.Code).ToHashSet();
        return Codes.Duplicates("/series", "code", document.Series.Select(series => series.Code))
            .Concat(Codes.Duplicates("/series", "id", document.Series.Select(series => series.Id)))
            .Concat(document.Series.SelectMany((series, index) => Of(series, $"/series/{index}", byCode, organisations)).OfType<Fault>());
    }

    private static IEnumerable<Fault?> Of(
        Series series, string at, Dictionary<string, Series> byCode, HashSet<string> organisations)
    {
        yield return Codes.Small($"{at}/code", series.Code);
        yield return Codes.Between($"{at}/places", series.Places, 0, MostPlaces);
        if (series is { Quarterly: Demand.None, Annual: Demand.None })
            yield return Fault.At($"{at}/quarterly", "series-never-due", series.Code);
        yield return Codes.Known($"{at}/determinedBy", series.DeterminedBy, organisations);
        if (series.Within is null)
            yield break;
        if (!byCode.TryGetValue(series.Within, out var whole))
            yield return Fault.At($"{at}/within", "code-unknown", series.Within);
        else if (IsCircular(series, byCode))
            yield return Fault.At($"{at}/within", "within-circular", series.Code);
        else if (whole.Unit != series.Unit || whole.Kind != series.Kind)
            yield return Fault.At($"{at}/within", "within-unlike", series.Code, whole.Code);
    }

    private static bool IsCircular(Series series, Dictionary<string, Series> byCode)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var step = series; step is not null; step = step.Within is null ? null : byCode.GetValueOrDefault(step.Within))
        {
            if (!seen.Add(step.Code))
                return true;
        }

        return false;
    }
}
