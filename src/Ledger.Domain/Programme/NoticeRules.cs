namespace Ledger.Domain.Programme;

/// <summary>How a notice is drawn up: what it shows, places, lists, limits, numbers, the paper .</summary>
/// <param name="PercentPlaces">Places of growth rates and of the completion of a growth: 1.</param>
/// <param name="SharePlaces">Places of shares, of their gaps in percentage points and of the way to the last year's target: 2.</param>
/// <param name="CountPlaces">Places of the target of a count, of the gap to it and of its completion: 2.</param>
/// <param name="TargetPlaces">Places of a target that grows from a baseline: 3.</param>
/// <param name="RedFirstPlaces">How many first places put a zone on the red list: 2.</param>
/// <param name="BlackLagPoints">Behind by more than this many points in every measure against a plan puts a zone on the black list: 5.</param>
/// <param name="NumberSign">機關代字: what a notice's number begins with, such as 錫盟科通報.</param>
/// <param name="Measures">In the order of the notice's tables.</param>
public sealed record NoticeRules(
    int PercentPlaces, int SharePlaces, int CountPlaces, int TargetPlaces, int RedFirstPlaces, decimal BlackLagPoints, string NumberSign,
    IReadOnlyList<NoticeMeasure> Measures, NoticePaper Paper);

/// <summary>What the paper bears around the notice's own words.</summary>
/// <param name="Organ">發文機關, as the head and the signature name it, in full.</param>
/// <param name="Addressees">主送機關.</param>
/// <param name="CopiedTo">抄送機關, by code; none: the line is left out.</param>
/// <param name="Printer">印發機關.</param>
public sealed record NoticePaper(Name Organ, Name Addressees, IReadOnlyList<string> CopiedTo, Name Printer);

/// <param name="Subject">A series' code where <see cref="NoticeMeasureKind.Growth"/>, else an indicator's.</param>
/// <param name="Wording">As a sentence says it before the number, such as 實現營業收入 or 企業發明專利授權.</param>
public sealed record NoticeMeasure(string Subject, NoticeMeasureKind Kind, Name Wording);

/// <summary>What a table of the notice says of its subject; all but the last are ranked by zone.</summary>
public enum NoticeMeasureKind
{
    /// <summary>Value and year-on-year growth; ranked by growth.</summary>
    Growth,

    /// <summary>Value against the trajectory; ranked by the gap.</summary>
    Trajectory,

    /// <summary>Completion of the year's target against the time elapsed; ranked by completion.</summary>
    YearPlan,

    /// <summary>The league's count alone against the time elapsed.</summary>
    LeagueCount,
}
