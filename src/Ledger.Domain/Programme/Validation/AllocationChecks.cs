namespace Ledger.Domain.Programme.Validation;

/// <summary>A target of the league is shared out whole: to every zone, nothing left over but what is said to be meant.</summary>
internal static class AllocationChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document) =>
    [
        .. document.Indicators.SelectMany((indicator, index) => OfIndicator(indicator, $"/indicators/{index}", document)),
        .. Codes.Duplicates("/combinedTargets", "code", document.CombinedTargets.Select(combined => combined.Code)),
        .. document.CombinedTargets.SelectMany((combined, index) => OfCombined(combined, $"/combinedTargets/{index}", document)).OfType<Fault>(),
        .. OfMargins(document),
    ];

    private static IEnumerable<Fault> OfMargins(ProgrammeDocument document)
    {
        foreach (var fault in Codes.Duplicates("/allocationMargins", "subject", document.AllocationMargins.Select(margin => margin.Subject)))
            yield return fault;
        var shared = document.Indicators.Where(indicator => indicator.Allocation is not null).Select(indicator => indicator.Code)
            .Concat(document.CombinedTargets.Select(combined => combined.Code)).ToHashSet();
        foreach (var (index, margin) in document.AllocationMargins.Index())
        {
            var at = FormattableString.Invariant($"/allocationMargins/{index}");
            if (Codes.Known($"{at}/subject", margin.Subject, shared) is { } unknown)
                yield return unknown;
            if (Codes.Between($"{at}/difference", margin.Difference, -IndicatorChecks.LargestTarget, IndicatorChecks.LargestTarget) is { } beyond)
                yield return beyond;
            if (margin.Difference == 0)
                yield return Fault.At($"{at}/difference", "margin-zero", margin.Subject);
        }
    }

    private static decimal Meant(ProgrammeDocument document, string subject, decimal target) => target + Math.Clamp(
        document.AllocationMargins.FirstOrDefault(margin => margin.Subject == subject)?.Difference ?? 0,
        -IndicatorChecks.LargestTarget, IndicatorChecks.LargestTarget);

    private static IEnumerable<Fault> OfIndicator(Indicator indicator, string at, ProgrammeDocument document)
    {
        var shares = (indicator.Allocation is null ? 0 : 1)
            + document.CombinedTargets.Count(combined => combined.Indicators.Contains(indicator.Code));
        if (indicator.Level == TargetLevel.ZoneAndLeague && shares > 0)
            yield return Fault.At($"{at}/allocation", "allocation-unexpected", indicator.Code);
        if (indicator.Level == TargetLevel.LeagueAllocated && shares != 1)
            yield return Fault.At($"{at}/allocation", shares == 0 ? "allocation-missing" : "allocation-twice", indicator.Code);
        foreach (var fault in OfShares(indicator.Allocation, $"{at}/allocation", Meant(document, indicator.Code, indicator.Target.Value), document))
            yield return fault;
    }

    private static IEnumerable<Fault?> OfCombined(CombinedTarget combined, string at, ProgrammeDocument document)
    {
        yield return Codes.Small($"{at}/code", combined.Code);
        yield return Codes.Filled($"{at}/indicators", combined.Indicators);
        var known = document.Indicators.Select(indicator => indicator.Code).ToHashSet();
        foreach (var fault in Codes.Known($"{at}/indicators", combined.Indicators, known))
            yield return fault;
        if (known.Contains(combined.Code))
            yield return Fault.At($"{at}/code", "code-duplicated", combined.Code);
        var total = document.Indicators.Where(indicator => combined.Indicators.Contains(indicator.Code))
            .Sum(indicator => Math.Clamp(indicator.Target.Value, 0, IndicatorChecks.LargestTarget));
        foreach (var fault in OfShares(combined.Allocation, $"{at}/allocation", Meant(document, combined.Code, total), document))
            yield return fault;
    }

    private static IEnumerable<Fault> OfShares(
        IReadOnlyDictionary<string, decimal>? shares, string at, decimal target, ProgrammeDocument document)
    {
        if (shares is null)
            yield break;
        string[] zones = [.. document.Zones.Select(zone => zone.Code)];
        foreach (var (zone, share) in shares)
        {
            if (!zones.Contains(zone))
                yield return Fault.At($"{at}/{DocumentNode.Escape(zone)}", "code-unknown", zone);
            if (share < 0 || share > IndicatorChecks.LargestTarget || share != decimal.Truncate(share))
                yield return Fault.At($"{at}/{DocumentNode.Escape(zone)}", "allocation-not-whole", share);
        }

        foreach (var zone in zones.Distinct().Where(zone => !shares.ContainsKey(zone)))
            yield return Fault.At(at, "allocation-incomplete", zone);
        if (shares.Values.All(share => Math.Abs(share) <= IndicatorChecks.LargestTarget) && shares.Values.Sum() is var sum && sum != target)
            yield return Fault.At(at, "allocation-not-summing", sum, target);
    }
}
