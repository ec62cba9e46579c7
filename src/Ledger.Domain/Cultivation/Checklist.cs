namespace Ledger.Domain.Cultivation;

/// <summary>A zone's findings held against the conditions as they stand.</summary>
/// <param name="Entries">In the order of the criteria.</param>
/// <param name="Met">How many are confirmed as met.</param>
public sealed record Checklist(IReadOnlyList<ChecklistEntry> Entries, int Met, int Unmet, int Open)
{
    public static Checklist Of(CultivatedZone zone, Eligibility eligibility)
    {
        ChecklistEntry[] entries =
        [
            .. eligibility.Criteria.Values.Select(criterion =>
            {
                var stated = zone.Findings.GetValueOrDefault(criterion.Number);
                return new ChecklistEntry(criterion, stated, StandingOf(criterion, stated));
            }),
        ];
        var met = entries.Count(entry => entry.Standing == CriterionStanding.Met);
        var unmet = entries.Count(entry => entry.Standing == CriterionStanding.Unmet);
        return new(entries, met, unmet, entries.Length - met - unmet);
    }

    /// <summary>Open or found unmet.</summary>
    public IEnumerable<ChecklistEntry> NotMet() => Entries.Where(entry => entry.Standing != CriterionStanding.Met);

    private static CriterionStanding StandingOf(Criterion criterion, StatedFinding? stated) => stated switch
    {
        null => CriterionStanding.NotStated,
        _ when stated.Wording != criterion.Wording => CriterionStanding.Outdated,
        { Review: FindingReview.SentBack } => CriterionStanding.SentBack,
        { Review: FindingReview.Open } => CriterionStanding.Unconfirmed,
        { Finding: Fulfilment.Met } => CriterionStanding.Met,
        { Finding: Fulfilment.Unmet } => CriterionStanding.Unmet,
        _ => CriterionStanding.Unclear,
    };
}

/// <param name="Stated">Null: the zone has said nothing of it.</param>
public sealed record ChecklistEntry(Criterion Criterion, StatedFinding? Stated, CriterionStanding Standing);

public enum CriterionStanding
{
    /// <summary>Nothing is known: neither met nor unmet.</summary>
    NotStated,

    /// <summary>Stated about an earlier wording of the condition.</summary>
    Outdated,
    Unconfirmed,
    SentBack,
    Unclear,
    Unmet,
    Met,
}
