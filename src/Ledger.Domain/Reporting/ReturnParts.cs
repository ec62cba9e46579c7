using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>How far a return has come: open → submitted → (sent back → submitted)* → accepted.</summary>
public enum ReturnState
{
    Open,
    Submitted,
    SentBack,
    Accepted,
}

/// <summary>A figure of the return, with what was put beside its value.</summary>
/// <param name="StatedBy">The zone's officer who stated this version; a correction is stated by who asked for it.</param>
/// <param name="Note">The zone's remark; for a corrected figure the reason it gave.</param>
public sealed record ReportedFigure(Figure Standing, Actor StatedBy, string? Note, IReadOnlyList<Evidence> Evidence);

/// <param name="RecordedAt">The ledger's clock, which decides a submission made on the very day of the deadline.</param>
public sealed record Submission(
    LocalDate On, Instant RecordedAt, Actor By, IReadOnlyList<Signatory> Signatories, IReadOnlyList<Explanation> Explanations);

/// <param name="Series">What has to be looked at again; empty: the whole return.</param>
public sealed record SendingBack(string Reason, IReadOnlyList<string> Series, LocalDate On, Actor By);

/// <summary>What the bureau asks about a figure. It stays open until the zone answers.</summary>
public sealed record Query(int Number, string Series, string Text, LocalDate AskedOn, Actor AskedBy)
{
    public Answer? Answer { get; init; }
}

public sealed record Answer(string Text, LocalDate On, Actor By);

/// <summary>A change that the zone asks for in a figure that was accepted. It stays open until the bureau rules.</summary>
public sealed record Correction(
    int Number, string Series, decimal Value, CorrectionKind Kind, string Reason, IReadOnlyList<Evidence> Evidence,
    LocalDate RequestedOn, Actor RequestedBy)
{
    public Ruling? Ruling { get; init; }
}

/// <param name="Replaced">The figure as it stood before; null where the correction was refused.</param>
/// <param name="Corrected">The figure as it stands by the ruling; null where the correction was refused.</param>
public sealed record Ruling(bool Approved, string? Reason, LocalDate On, Actor By, Figure? Replaced, Figure? Corrected);
