namespace Ledger.Domain.Measures;

/// <summary>Why there is no value. Missing is not zero, and not applicable is not missing.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Zones">Whom the value lacks; of a total, every zone whose part is not there.</param>
public sealed record Absence(AbsenceKind Kind, string Reason, IReadOnlyList<string> Zones)
{
    public static Absence Missing(string reason, params IReadOnlyList<string> zones) => new(AbsenceKind.Missing, reason, zones);

    /// <summary>Of what rests on these: what says nothing here comes first, then what is missing, then what has no base.</summary>
    /// <returns>Null when all of them have a value.</returns>
    public static Absence? Among(IEnumerable<Derivation> inputs)
    {
        Absence[] absent = [.. inputs.Select(input => input.Absence).OfType<Absence>()];
        if (absent.Length == 0)
            return null;
        if (Array.Find(absent, absence => absence.Kind == AbsenceKind.NotApplicable) is { } notApplicable)
            return notApplicable;
        return Array.Find(absent, absence => absence.Kind == AbsenceKind.Missing) is { } missing
            ? missing with { Zones = [.. absent.SelectMany(absence => absence.Zones).Distinct()] }
            : absent[0];
    }

    public static Absence NoBase(string reason) => new(AbsenceKind.NoBase, reason, []);

    public static Absence NotApplicable(string reason) => new(AbsenceKind.NotApplicable, reason, []);
}

public enum AbsenceKind
{
    /// <summary>Due, and not there: 缺報.</summary>
    Missing,

    /// <summary>There is nothing to compare with: 基數為零，不計算增速.</summary>
    NoBase,

    /// <summary>It says nothing here, as where no target is set.</summary>
    NotApplicable,
}

/// <summary>Reason codes; each has a text under <c>reason.CODE</c>.</summary>
public static class Reasons
{
    /// <summary>A figure that is not there, or not accepted.</summary>
    public const string Missing = "missing";

    /// <summary>The register knows nothing of this kind in the zone.</summary>
    public const string NoRegister = "no-register";

    /// <summary>The operator entered no value of the baseline year.</summary>
    public const string BaselineMissing = "baseline-missing";

    public const string ZeroBase = "zero-base";

    public const string NegativeBase = "negative-base";

    /// <summary>Zones merged, were split or left in between: the two would speak of different things.</summary>
    public const string ZoneBreak = "zone-break";

    /// <summary>It is measured against the product of the host government, and that is another's than before.</summary>
    public const string HostBreak = "host-break";

    /// <summary>The zone is not one of those that the period speaks of: it was not there yet, or no longer.</summary>
    public const string ZoneNotThere = "zone-not-there";

    /// <summary>A ratio to nothing.</summary>
    public const string ZeroDenominator = "zero-denominator";

    /// <summary>The zone has no part in the target.</summary>
    public const string NoTarget = "no-target";

    /// <summary>Nothing is expected before the last year .</summary>
    public const string NoInterimTarget = "no-interim-target";

    /// <summary>The zones' part is set for several indicators together; ask for the combined target.</summary>
    public const string CombinedTarget = "combined-target";

    /// <summary>The baseline has reached the target: there is no way to go that could be measured.</summary>
    public const string BaselineAtTarget = "baseline-at-target";

    /// <summary>Settled once a year, and no year is settled yet.</summary>
    public const string AnnualOnly = "annual-only";

    /// <summary>A quarter's value that a zone need not report, and did not.</summary>
    public const string NotDue = "not-due";

    /// <summary>Nothing is reported for the time before the programme.</summary>
    public const string BeforeProgramme = "before-programme";

    /// <summary>This quantity does not exist of this subject.</summary>
    public const string NotApplicable = "not-applicable";

    /// <summary>No return of the year was due yet.</summary>
    public const string NoReturnsDue = "no-returns-due";

    /// <summary>Returns were due, and none is accepted.</summary>
    public const string NoReturnAccepted = "no-return-accepted";

    /// <summary>Not ranked: the zone's return was not accepted at the cut.</summary>
    public const string NotAccepted = "not-accepted";
}
