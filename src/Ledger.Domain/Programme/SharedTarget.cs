namespace Ledger.Domain.Programme;

/// <summary>A target of the league that is shared out to the zones: an indicator's own, or several together.</summary>
/// <param name="Code">Of the indicator, or of the combined target.</param>
/// <param name="Id">Such as <c>Q10</c>, or <c>Q11+Q12+Q13</c>.</param>
/// <param name="Unit">Null where several together are counted in different ones.</param>
/// <param name="Target">Of the league: of several the sum.</param>
/// <param name="Parts">By zone.</param>
/// <param name="Pointer">RFC 6901, to the parts in the programme's document.</param>
public sealed record SharedTarget(
    string Code, string Id, Name Name, Name? Unit, decimal Target, IReadOnlyDictionary<string, decimal> Parts, string Pointer, decimal Difference)
{
    public decimal Sum => Parts.Values.Sum();

    /// <summary>All of a programme, in the order of its indicators; several together stand where the first of them does.</summary>
    public static IReadOnlyList<SharedTarget> Of(ProgrammeDocument programme) =>
    [
        .. programme.Indicators.Index()
            .SelectMany(indicator => indicator.Item.Allocation is { } parts
                ? [Of(programme, indicator.Item, parts, FormattableString.Invariant($"/indicators/{indicator.Index}/allocation"))]
                : programme.CombinedTargets.Index().Where(combined => combined.Item.Indicators is [var first, ..] && first == indicator.Item.Code)
                    .Select(combined => Of(programme, combined.Item, FormattableString.Invariant($"/combinedTargets/{combined.Index}/allocation")))),
    ];

    /// <param name="subject">A code, or an id.</param>
    /// <returns>Null where the programme shares out no such target.</returns>
    public static SharedTarget? Find(ProgrammeDocument programme, string subject) =>
        Of(programme).FirstOrDefault(shared => shared.Code == subject || shared.Id == subject);

    private static SharedTarget Of(ProgrammeDocument programme, Indicator indicator, IReadOnlyDictionary<string, decimal> parts, string pointer) => new(
        indicator.Code, indicator.Id, indicator.Name, indicator.Unit, indicator.Target.Value, parts, pointer, DifferenceOf(programme, indicator.Code));

    private static SharedTarget Of(ProgrammeDocument programme, CombinedTarget combined, string pointer)
    {
        var indicators = combined.Indicators.Select(code => programme.FindIndicator(code)!).ToList();
        return new(
            combined.Code, combined.Id, combined.Name, indicators.Select(indicator => indicator.Unit).Distinct().Count() == 1 ? indicators[0].Unit : null, indicators.Sum(indicator => indicator.Target.Value), combined.Allocation,
            pointer, DifferenceOf(programme, combined.Code));
    }

    private static decimal DifferenceOf(ProgrammeDocument programme, string subject) =>
        programme.AllocationMargins.FirstOrDefault(margin => margin.Subject == subject)?.Difference ?? 0;
}
