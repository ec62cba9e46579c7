using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>A development zone under cultivation, under the name it bears now; earlier names are kept with their last day.</summary>
/// <param name="ShortName">As a notice's sentence calls it, such as 蘇尼特開發區.</param>
/// <param name="ListName">As a list calls it before another zone, such as 白音華 in 白音華、承接產業開發區.</param>
/// <param name="Goal">The clause that sets the zone's goal, verbatim.</param>
/// <param name="Commitment">How firmly the plan puts the goal .</param>
/// <param name="Host">The organisation code of the government that hosts it now; null until the operator enters it .</param>
public sealed record Zone(
    string Code, Name Name, Name ShortName, Name ListName, Track Track, ZoneGoal GoalCode, string Goal, Force Commitment,
    string? Host, GrpDenominator GrpDenominator)
{
    /// <summary>Stands for the total of all zones where a zone's code is expected; no zone bears it.</summary>
    public const string League = "LEAGUE";

    /// <summary>In the order in which they were borne.</summary>
    public IReadOnlyList<FormerName> FormerNames { get; init; } = [];

    /// <summary>In the order in which they hosted it, the present one not among them.</summary>
    public IReadOnlyList<FormerHost> FormerHosts { get; init; } = [];

    /// <summary>Its first day, where another zone was split; null: from before the programme.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Its last day; null: it is still there.</summary>
    public LocalDate? Until { get; init; }

    public bool ExistsOn(LocalDate day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>As it was called on a day; on one before its first, or after its last, by its first or last name.</summary>
    public Zone NamedOn(LocalDate day) => FormerNames.FirstOrDefault(former => day <= former.Until) is { } former
        ? this with { Name = former.Name, ShortName = former.ShortName, ListName = former.ListName }
        : this;

    /// <summary>The government that hosted it on a day.</summary>
    /// <returns>Null: none is entered for that day.</returns>
    public string? HostOn(LocalDate day) => FormerHosts.FirstOrDefault(former => day <= former.Until) is { } former ? former.Host : Host;

    /// <summary>Whoever hosted it on a day or since.</summary>
    public IEnumerable<string> HostsSince(LocalDate day) =>
        FormerHosts.Where(former => former.Until >= day).Select(former => former.Host).Append(Host).OfType<string>();
}

/// <summary>What a zone was called up to a day.</summary>
/// <param name="Until">The last day of this name.</param>
public sealed record FormerName(Name Name, Name ShortName, Name ListName, LocalDate Until);

/// <summary>Which government hosted a zone up to a day.</summary>
/// <param name="Host">An organisation's code; null: none was entered for that time.</param>
/// <param name="Until">Its last day.</param>
public sealed record FormerHost(string? Host, LocalDate Until);

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
