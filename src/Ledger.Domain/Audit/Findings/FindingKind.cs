namespace Ledger.Domain.Audit.Findings;

/// <summary>What is asked about, in the order in which it is shown: first what was seen outside.</summary>
public enum FindingKind
{
    /// <summary>A figure changed that a notice or a result had gone out with.</summary>
    AfterPublication,

    /// <summary>A figure changed that was accepted and that nobody outside had seen.</summary>
    AfterAcceptance,

    /// <summary>Figures were stated, changed or withdrawn after the return was due.</summary>
    AfterDeadline,

    /// <summary>A figure changed shortly before figures were cut off.</summary>
    BeforeCut,

    /// <summary>Reported and reviewed by one organisation, or by one person.</summary>
    OneOrganisation,

    /// <summary>One officer asked for several corrections.</summary>
    RepeatedCorrections,

    /// <summary>A value is the least that reaches its target, or lies on the edge of a band or a grade.</summary>
    OnTheEdge,

    /// <summary>Last digits are not spread as those of measured amounts are.</summary>
    RepeatedDigits,

    /// <summary>The same amount again and again.</summary>
    EqualValues,

    /// <summary>Recorded long after the date of its paper.</summary>
    Backdated,

    /// <summary>Many such entries recorded together.</summary>
    Cluster,
}
