namespace Ledger.Domain.Assessment.Committee;

/// <param name="Officer">The sign-in name.</param>
/// <param name="Organisation">For which they sit; a member of a zone's own organisation, or of its host's, does not judge it.</param>
public sealed record CommitteeMember(string Officer, string Name, string Organisation);

/// <summary>What a member declares of a zone before seeing its material.</summary>
public enum Interest
{
    None,

    /// <summary>The member is recused from the zone: they do not vote on it, and are not counted for it.</summary>
    Conflict,
}

public sealed record Declaration(Interest Interest, string? Text);
