using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>What happened to the notice of one quarter. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper.</param>
/// <param name="Edition">From 1, without gaps.</param>
/// <param name="Frozen">The notice as it went out.</param>
public abstract record NoticeEvent(LocalDate On, int Edition, DocumentNumber Number, FrozenNotice Frozen);

public sealed record NoticeIssued(LocalDate On, int Edition, DocumentNumber Number, FrozenNotice Frozen)
    : NoticeEvent(On, Edition, Number, Frozen);

/// <summary>A new edition takes the place of the last one, which stays as it was.</summary>
/// <param name="Changes">Every cell that reads otherwise than in the edition before.</param>
/// <param name="OtherChanges">What else reads otherwise.</param>
public sealed record NoticeSuperseded(
    LocalDate On, int Edition, DocumentNumber Number, FrozenNotice Frozen,
    string Reason, IReadOnlyList<CellChange> Changes, IReadOnlyList<OtherChange> OtherChanges)
    : NoticeEvent(On, Edition, Number, Frozen);

/// <summary>The content of an edition, and what proves it.</summary>
/// <param name="ContentHash">SHA-256 of the content's canonical JSON, 64 lower-case hexadecimal digits.</param>
/// <param name="LogRoot">The root (base64) of the log's tree over all entries up to the content's position; null where the log had none yet.</param>
public sealed record FrozenNotice(NoticeContent Content, string ContentHash, string? LogRoot);

/// <param name="Before">Null: the cell was not there.</param>
/// <param name="After">Null: the cell is there no longer.</param>
public sealed record CellChange(string Id, Cell? Before, Cell? After);

/// <param name="What">Such as <c>return.SNT</c>, <c>red.CJCY</c> or <c>assumption.A-25</c>.</param>
public sealed record OtherChange(string What, string? Before, string? After);

/// <summary>What happened to the register of a year's document numbers. Names and properties are the storage format.</summary>
public abstract record DocumentNumberEvent(LocalDate On);

/// <summary>A number is given, once and for all.</summary>
/// <param name="For">What bears it, such as <c>notice/2023-Q3/1</c>.</param>
public sealed record DocumentNumberGiven(LocalDate On, DocumentNumber Number, string For) : DocumentNumberEvent(On);
