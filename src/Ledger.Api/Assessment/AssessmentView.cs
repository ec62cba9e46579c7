using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using NodaTime;

namespace Ledger.Api.Assessment;

/// <summary>One line a year.</summary>
public sealed record AssessmentSummary(
    int Year, Phase Phase, string Scheme, int SchemeVersion, int? PublishedEdition, LocalDate? PublishedOn, LocalDate? LastActOn);

/// <summary>A year's assessment as far as it may be seen: of ballots that are still sealed, only how many were cast.</summary>
/// <param name="SchemeVersion">The version it was opened with.</param>
/// <param name="Unranked">Scored, and left out of every ranking of results.</param>
/// <param name="FiguresPosition">The ledger position whose figures are assessed; null while they are not frozen.</param>
/// <param name="DeclarationsMissing">What is still to be declared before the figures can be frozen.</param>
/// <param name="PublicityUntil">The last day of the public display of a ratified result.</param>
/// <param name="AppealsUntil">The last day on which a zone may appeal.</param>
/// <param name="Version">Of the stream, for <c>If-Match</c>.</param>
public sealed record AssessmentView(
    int Year, Phase Phase, string Scheme, int SchemeVersion, int ProgrammeVersion,
    IReadOnlyList<CommitteeMember> Members, string Chair, int Quorum, IReadOnlyList<UnrankedZone> Unranked,
    IReadOnlyList<DeclarationView> Declarations, IReadOnlyList<MemberAndZone> DeclarationsMissing, IReadOnlyList<MemberAndZone> Recusals,
    long? FiguresPosition, LocalDate? FrozenOn, VotingView Voting,
    IReadOnlyList<Adjustment> Adjustments, IReadOnlyList<Veto> Vetoes,
    IReadOnlyList<EditionView> Editions, int? PublishedEdition,
    LocalDate? RatifiedOn, LocalDate? PublicityUntil, LocalDate? PublishedOn, LocalDate? AppealsUntil,
    IReadOnlyList<Appeal> Appeals, IReadOnlyList<FollowedOutcome> Outcomes, LocalDate? LastActOn, long Version);

/// <param name="Text">What the conflict is; told to the member, the secretary, the chair and the auditor.</param>
public sealed record DeclarationView(string Member, string Zone, Interest Interest, string? Text);

public sealed record MemberAndZone(string Member, string Zone);

/// <summary>How far voting has come.</summary>
/// <param name="Expected">One for each member, each zone they judge, and each criterion that is voted on.</param>
/// <param name="Cast">How many of those were cast; a ballot that was cast again counts once.</param>
/// <param name="Members">Each member's own count, for the secretary and the chair; a member sees their own.</param>
/// <param name="Ballots">Told once voting was closed, to everybody once the result is ratified (<see cref="ReadMaterial"/>); empty before.</param>
public sealed record VotingView(
    int Expected, int Cast, IReadOnlyList<MemberTally> Members, IReadOnlyList<OpenedBallot> Ballots);

public sealed record MemberTally(string Member, int Expected, int Cast);

/// <summary>An edition without its content.</summary>
public sealed record EditionView(int Edition, string Hash, LocalDate RecordedOn, Ratification? Ratification);

/// <summary>The caller's own ballot.</summary>
/// <param name="IsSealed">Nobody else can read it yet.</param>
/// <param name="Times">How often it was cast since voting was opened last; 0 once it was told.</param>
public sealed record OwnBallot(
    string Zone, string Criterion, decimal Level, string Reason, IReadOnlyList<string> Evidence, bool IsSealed, int Times);

/// <summary>A result: an edition as it was recorded, or what would be recorded now.</summary>
/// <param name="Edition">Null for a draft.</param>
/// <param name="IsPublished">Whether it is the edition in force.</param>
public sealed record YearResult(
    int Year, int? Edition, string Hash, bool IsPublished, LocalDate? RecordedOn, Ratification? Ratification, ResultContent Content);
