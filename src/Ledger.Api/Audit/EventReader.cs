using Ledger.Domain.Access;

namespace Ledger.Api.Audit;

/// <summary>For whom the history is read, and what of it they are not told.</summary>
/// <param name="IsToldOfMembers">Who has voted, and what a conflict of interest is.</param>
/// <param name="Ballots">Positions of the ballots, cast or opened, whose content they are not told.</param>
public sealed record EventReader(Actor Actor, bool IsToldOfMembers, IReadOnlyCollection<long> Ballots);
