namespace Ledger.Domain.Programme.Validation;

internal static class CalendarChecks
{
    /// <summary>Beyond a quarter's length the next return would fall due before this one.</summary>
    private const int MostDays = 90;

    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var extensions = document.Calendar.Extensions;
        return new[] { Codes.Between("/calendar/quarterDays", document.Calendar.QuarterDays, 1, MostDays) }
            .Concat(extensions.SelectMany((extension, index) => Of(extension, $"/calendar/extensions/{index}", document)))
            .OfType<Fault>()
            .Concat(Codes.Duplicates("/calendar/extensions", "period", extensions.Select(extension => extension.Period.ToString())));
    }

    private static IEnumerable<Fault?> Of(Extension extension, string at, ProgrammeDocument document)
    {
        if (extension.Period.Year < document.FirstYear || extension.Period.Year > document.LastYear)
            yield return Fault.At($"{at}/period", "period-outside", extension.Period, document.FirstYear, document.LastYear);
        if (extension.DueOn <= extension.Period.End || extension.DueOn > extension.Period.End.PlusYears(1))
            yield return Fault.At($"{at}/dueOn", "extension-impossible", extension.Period, extension.DueOn);
    }
}
