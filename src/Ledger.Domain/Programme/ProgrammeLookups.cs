using System.Runtime.CompilerServices;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>Questions that the document answers. Its indexes are built once for each document and live as long as it does.</summary>
public static class ProgrammeLookups
{
    // Beside the document and not in it: a copy made by "with" must not inherit the indexes of the original.
    private static readonly ConditionalWeakTable<ProgrammeDocument, ProgrammeIndex> Indexes = [];

    public static Zone? FindZone(this ProgrammeDocument programme, string code) =>
        programme.Index().Zones.GetValueOrDefault(code);

    public static Series? FindSeries(this ProgrammeDocument programme, string code) =>
        programme.Index().Series.GetValueOrDefault(code);

    /// <param name="code">The code, such as <c>hte_revenue_share</c>, or the number of the list, such as <c>Q02</c>.</param>
    public static Indicator? FindIndicator(this ProgrammeDocument programme, string code) =>
        programme.Index().Indicators.GetValueOrDefault(code);

    /// <summary>Whether returns are due for it: a quarter or a year between the first and the last year.</summary>
    public static bool Covers(this ProgrammeDocument programme, Period period) =>
        period.Year >= programme.FirstYear && period.Year <= programme.LastYear && programme.DueSeries(period).Count > 0;

    /// <summary>Every period that returns are due for, each year after its four quarters.</summary>
    public static IReadOnlyList<Period> Periods(this ProgrammeDocument programme) => programme.Index().Periods;

    /// <summary>Every quarter from the first year to the last.</summary>
    public static IEnumerable<Period> Quarters(this ProgrammeDocument programme) =>
        from year in Enumerable.Range(programme.FirstYear, Math.Max(0, programme.LastYear - programme.FirstYear + 1))
        from quarter in Enumerable.Range(1, 4)
        select Period.OfQuarter(year, quarter);

    /// <summary>The series of a return for this period, required and optional, in the dictionary's order.</summary>
    public static IReadOnlyList<Series> DueSeries(this ProgrammeDocument programme, Period period) =>
        period.IsYear ? programme.Index().AnnualSeries : programme.Index().QuarterlySeries;

    /// <summary>The moment by which a return has to be submitted, an extension included.</summary>
    public static Instant DueAt(this ProgrammeDocument programme, Period period) => programme.Calendar.DueAt(period);

    /// <summary>Settled once a year only, because a series it is made of is.</summary>
    public static bool IsAnnual(this ProgrammeDocument programme, Indicator indicator) =>
        new[] { indicator.Measure.Numerator, indicator.Measure.Denominator }
            .Any(code => code is not null && programme.FindSeries(code)?.Quarterly != Demand.Required);

    /// <param name="zone">A zone's code, or <see cref="Zone.League"/>.</param>
    /// <param name="subject">The indicator's code for a share, else the measured series'.</param>
    /// <returns>Null where none was entered.</returns>
    public static Baseline? FindBaseline(this ProgrammeDocument programme, string zone, string subject) =>
        programme.Index().Baselines.GetValueOrDefault((zone, subject));

    /// <summary>The combined target that this indicator is shared out in, if any.</summary>
    public static CombinedTarget? CombinedTargetOf(this ProgrammeDocument programme, Indicator indicator) =>
        programme.CombinedTargets.FirstOrDefault(combined => combined.Indicators.Contains(indicator.Code));

    /// <summary>The name an organisation bears on a day; one that bears none then is called by its last name before, else by its first.</summary>
    /// <returns>Null for a code the programme does not know.</returns>
    public static Name? OrganisationName(this ProgrammeDocument programme, string code, LocalDate on)
    {
        var entries = programme.Index().Organisations[code].ToList();
        return (entries.Find(entry => entry.IsValidOn(on))
            ?? entries.FindLast(entry => entry.Until < on)
            ?? entries.FirstOrDefault())?.Name;
    }

    public static bool HasOrganisation(this ProgrammeDocument programme, string code) =>
        programme.Index().Organisations.Contains(code);

    /// <summary>A key task or a safeguard.</summary>
    public static KeyTask? FindTask(this ProgrammeDocument programme, string id) =>
        programme.Tasks.Concat(programme.Safeguards).FirstOrDefault(task => task.Id == id);

    /// <summary>
    /// Who reports on a task, or ever did: its responsible units in the plan's order, where the zones stand in the place of
    /// <see cref="TaskRules.ZoneUnit"/>, also those there are no longer.
    /// </summary>
    /// <returns>Codes of zones and organisations.</returns>
    public static IReadOnlyList<string> UnitsOf(this ProgrammeDocument programme, KeyTask task) => Units(programme, task, programme.Zones);

    /// <summary>Who reports on a task on a day.</summary>
    /// <returns>Codes of zones and organisations.</returns>
    public static IReadOnlyList<string> UnitsOn(this ProgrammeDocument programme, KeyTask task, LocalDate day) =>
        Units(programme, task, programme.ZonesOn(day));

    /// <returns>Null for a kind that the programme does not register.</returns>
    public static RegisterKind? FindRegisterKind(this ProgrammeDocument programme, string code) =>
        programme.RegisterKinds.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The assumptions that set this value, or one inside or around it.</summary>
    /// <param name="pointer">An RFC 6901 pointer into the document.</param>
    public static IEnumerable<Assumption> AssumptionsAt(this ProgrammeDocument programme, string pointer) =>
        programme.Assumptions.At(pointer);

    /// <summary>What stands at a place of the document, as text.</summary>
    /// <param name="pointer">An RFC 6901 pointer into the document.</param>
    /// <returns>Null where nothing was entered, or where the pointer leads nowhere.</returns>
    public static string? ValueAt(this ProgrammeDocument programme, string pointer) => programme.Index().Tree.Find(pointer)?.Describe();

    private static string[] Units(ProgrammeDocument programme, KeyTask task, IReadOnlyList<Zone> zones) =>
        [.. task.Units.SelectMany(unit => unit == programme.TaskRules.ZoneUnit ? zones.Select(zone => zone.Code) : [unit])];

    internal static ProgrammeIndex Index(this ProgrammeDocument programme) =>
        Indexes.GetValue(programme, static document => new ProgrammeIndex(document));
}
