namespace Ledger.Domain.Access;

/// <summary>Who acts: an officer, for an organisation, in a role.</summary>
/// <param name="Officer">The sign-in name, stable for ever.</param>
/// <param name="Organisation">A code of the programme, such as <c>STAT</c> or <c>XLHT</c>.</param>
/// <param name="Zone">The one zone a reporter acts for; null for every other role.</param>
public sealed record Actor(string Officer, string Organisation, Role Role, string? Zone = null)
{
    /// <summary>The ledger itself: when a deadline passes, and when it makes its first key.</summary>
    public static Actor Clock { get; } = new("clock", "LEDGER", Role.Clock);
}

/// <summary>What an officer is for. What each may do stands in <see cref="Permissions"/>.</summary>
public enum Role
{
    Reporter,

    /// <summary>Reports on key tasks for an organisation that the plan names as responsible.</summary>
    Unit,

    Reviewer,
    Secretary,
    Member,
    Chair,
    Auditor,
    Administrator,

    /// <summary>No person: the ledger itself.</summary>
    Clock,
}
