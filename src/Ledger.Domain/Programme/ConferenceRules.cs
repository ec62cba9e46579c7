namespace Ledger.Domain.Programme;

/// <summary>How the joint conference decides; the plan establishes it and says no more.</summary>
/// <param name="Office">The organisation that keeps its records.</param>
/// <param name="QuorumPercent">More than so many per cent of the seats have to be attended: 50.</param>
/// <param name="MajorityPercent">More than so many per cent of those who attend have to vote for it: 50.</param>
public sealed record ConferenceRules(string Office, int QuorumPercent, int MajorityPercent)
{
    /// <summary>For programmes that were adopted before these rules were part of one.</summary>
    public static ConferenceRules Usual { get; } = new("STB", 50, 50);

    /// <summary>How many seats have to be attended.</summary>
    public int Quorum(int seats) => MoreThan(QuorumPercent, seats);

    /// <summary>How many of those who attend have to vote for it.</summary>
    public int Majority(int attending) => MoreThan(MajorityPercent, attending);

    private static int MoreThan(int percent, int of) => (percent * of / 100) + 1;
}
