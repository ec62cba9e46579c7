namespace Ledger.Domain.Programme;

/// <summary>A development zone under cultivation .</summary>
/// <param name="ShortName">As a notice's sentence calls it, such as 蘇尼特開發區.</param>
/// <param name="ListName">As a list calls it before another zone, such as 白音華 in 白音華、承接產業開發區.</param>
/// <param name="Goal">The clause that sets the zone's goal, verbatim.</param>
/// <param name="Commitment">How firmly the plan puts the goal .</param>
/// <param name="Host">The organisation code of the host government; null until the operator enters it .</param>
public sealed record Zone(
    string Code, Name Name, Name ShortName, Name ListName, Track Track, ZoneGoal GoalCode, string Goal, Force Commitment,
    string? Host, GrpDenominator GrpDenominator)
{
    /// <summary>Stands for the total of all zones where a zone's code is expected; no zone bears it.</summary>
    public const string League = "LEAGUE";
}

public enum Track
{
    /// <summary>促優培育.</summary>
    Excellence,

    /// <summary>提檔升級.</summary>
    Upgrade,
}

/// <summary>What a zone is to be by the programme's last year.</summary>
public enum ZoneGoal
{
    /// <summary>建成自治區級高新技術產業開發區.</summary>
    Established,

    /// <summary>基本達到創建條件.</summary>
    BasicallyEligible,

    /// <summary>實現提檔升級.</summary>
    Upgraded,
}

/// <summary>Which product R&amp;D intensity is measured against .</summary>
public enum GrpDenominator
{
    ZoneValueAdded,
    HostProduct,
}
