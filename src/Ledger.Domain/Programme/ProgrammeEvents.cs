using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>What happened to the programme. Names and properties are the storage format.</summary>
/// <param name="On">The date of the act; never before that of the previous one.</param>
/// <param name="Version">From 1, without gaps.</param>
/// <param name="Document">The whole programme as it is in force from here on.</param>
public abstract record ProgrammeEvent(LocalDate On, int Version, ProgrammeDocument Document, Basis Basis);

public sealed record ProgrammeAdopted(LocalDate On, int Version, ProgrammeDocument Document, Basis Basis)
    : ProgrammeEvent(On, Version, Document, Basis);

/// <param name="Changes">What differs from the version before; never empty.</param>
public sealed record ProgrammeAmended(
    LocalDate On, int Version, ProgrammeDocument Document, Basis Basis, IReadOnlyList<Change> Changes)
    : ProgrammeEvent(On, Version, Document, Basis);

/// <summary>The paper that a version rests on.</summary>
/// <param name="DocumentNumber">Null where the paper carries none; none is invented.</param>
/// <param name="Date">The paper's date.</param>
/// <param name="Organ">Who decided.</param>
public sealed record Basis(string? DocumentNumber, LocalDate Date, string Organ, string? Note);
