using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment;

/// <summary>What happened in the assessment of one year. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper that records the act; never before that of the previous act.</param>
public abstract record AssessmentEvent(LocalDate On);

/// <param name="Scheme">The scheme's id.</param>
/// <param name="Version">The scheme's version, fixed before the year.</param>
/// <param name="Programme">The version of the programme in force.</param>
/// <param name="Quorum">How many members have to be present for the result to be ratified.</param>
public sealed record AssessmentOpened(
    LocalDate On, string Scheme, int Version, int Programme, IReadOnlyList<CommitteeMember> Members, string Chair, int Quorum)
    : AssessmentEvent(On)
{
    /// <summary>Scored like any other, and left out of every ranking of results.</summary>
    public IReadOnlyList<UnrankedZone> Unranked { get; init; } = [];
}

/// <param name="Member">The officer who declares; before the zone's material is shown.</param>
public sealed record InterestDeclared(LocalDate On, string Member, string Zone, Interest Interest, string? Text) : AssessmentEvent(On);

/// <param name="Position">The ledger position whose figures are assessed.</param>
public sealed record FiguresFrozen(LocalDate On, long Position) : AssessmentEvent(On);

/// <summary>A ballot was cast. What it says stays sealed until voting closes; only that it was cast is told.</summary>
/// <param name="Commitment">SHA-256 of the ballot's text with its salt, lower-case hexadecimal (<see cref="BallotSeal"/>).</param>
/// <param name="Sealed">The ballot, encrypted under a key that is not kept in the database; base64.</param>
public sealed record BallotSealed(
    LocalDate On, string Member, string Zone, string Criterion, string Commitment, string Sealed) : AssessmentEvent(On);

/// <param name="Ballots">The last ballot of each member on each criterion of each zone, with the salt that proves it.</param>
public sealed record VotingClosed(LocalDate On, IReadOnlyList<OpenedBallot> Ballots) : AssessmentEvent(On);

/// <param name="Number">From 1, within the year.</param>
public sealed record AdjustmentRecorded(
    LocalDate On, int Number, string Zone, string Item, int Count, Document Document, string? Text) : AssessmentEvent(On);

public sealed record AdjustmentLifted(LocalDate On, int Number, Document Document, string Reason) : AssessmentEvent(On);

/// <param name="Number">From 1, within the year.</param>
public sealed record VetoRecorded(LocalDate On, int Number, string Zone, string Item, Document Document, string? Text) : AssessmentEvent(On);

public sealed record VetoLifted(LocalDate On, int Number, Document Document, string Reason) : AssessmentEvent(On);

/// <param name="Edition">From 1, within the year; a later one supersedes.</param>
/// <param name="Hash">SHA-256 of the content's canonical bytes, lower-case hexadecimal.</param>
public sealed record ScorecardsRecorded(LocalDate On, int Edition, string Hash, ResultContent Content) : AssessmentEvent(On);

/// <param name="Present">The members present, by officer.</param>
public sealed record ResultRatified(LocalDate On, int Edition, IReadOnlyList<string> Present, string Minutes) : AssessmentEvent(On);

/// <param name="Supersedes">The edition published before; null for the first.</param>
/// <param name="Outcomes">What the grades lead to from here on.</param>
/// <param name="Reversed">Numbers of outcomes of the superseded edition that no longer follow.</param>
public sealed record ResultPublished(
    LocalDate On, int Edition, int? Supersedes, IReadOnlyList<OutcomeDecision> Outcomes, IReadOnlyList<int> Reversed)
    : AssessmentEvent(On);

/// <param name="To">Where the year goes on from.</param>
public sealed record AssessmentReopened(LocalDate On, Phase To, string Reason) : AssessmentEvent(On);

/// <param name="Number">From 1, within the year.</param>
/// <param name="Cells">What the appeal is about, as found in the scorecard.</param>
public sealed record AppealLodged(
    LocalDate On, int Number, string Zone, IReadOnlyList<string> Cells, string Grounds, IReadOnlyList<Evidence> Evidence)
    : AssessmentEvent(On);

/// <param name="Remedy">What an upheld appeal changes; null where it was dismissed.</param>
public sealed record AppealDecided(LocalDate On, int Number, bool Upheld, Remedy? Remedy, string Reason) : AssessmentEvent(On);

/// <summary>How far an outcome has come.</summary>
public sealed record OutcomeReported(LocalDate On, int Number, string Text, IReadOnlyList<Evidence> Evidence) : AssessmentEvent(On);

public sealed record OutcomeCompleted(LocalDate On, int Number, string Text, IReadOnlyList<Evidence> Evidence) : AssessmentEvent(On);

public sealed record AssessmentClosed(LocalDate On) : AssessmentEvent(On);
