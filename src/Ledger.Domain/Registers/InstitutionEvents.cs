using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>What happened to an institution of the register. Names and properties are the storage format.</summary>
/// <remarks><c>From</c> is the first day on which it holds in the world, which may lie long before the paper.</remarks>
/// <param name="On">The date of the paper that records the act.</param>
public abstract record InstitutionEvent(LocalDate On);

/// <param name="Zone">The first zone of its registered address; null: it lies in none.</param>
/// <param name="From">Since when; null: since before anything that is registered of it.</param>
/// <param name="Document">The paper that says so; so with every event.</param>
public sealed record InstitutionEntered(LocalDate On, string Name, string? Zone, LocalDate? From, string Document) : InstitutionEvent(On);

public sealed record InstitutionRenamed(LocalDate On, string Name, LocalDate From, string Document) : InstitutionEvent(On);

/// <param name="Zone">Null: out of every zone.</param>
public sealed record InstitutionMoved(LocalDate On, string? Zone, LocalDate From, string Document) : InstitutionEvent(On);

/// <summary>It became part of another and is one itself no more.</summary>
/// <param name="Into">The other one's code.</param>
public sealed record InstitutionMerged(LocalDate On, string Into, LocalDate From, string Document) : InstitutionEvent(On);

public sealed record InstitutionClosed(LocalDate On, LocalDate From, string Document) : InstitutionEvent(On);

/// <summary>The closing or merger was none: it goes on as if it had not been recorded.</summary>
/// <remarks>Recorded no more, since every act is struck out in one way; read as <see cref="InstitutionActStruck"/> of that act.</remarks>
public sealed record InstitutionReopened(LocalDate On, string Reason) : InstitutionEvent(On);

/// <param name="Number">From 1, within the institution.</param>
/// <param name="Kind">A code of <see cref="Programme.RegisterKind"/>.</param>
/// <param name="Level">Null for a kind without levels.</param>
/// <param name="Certificate">The number of the certificate; null: it has none.</param>
/// <param name="Until">The last day on which it holds; null: without end.</param>
public sealed record RecognitionGranted(
    LocalDate On, int Number, string Kind, string? Level, string? Certificate, LocalDate From, LocalDate? Until, string Document) : InstitutionEvent(On);

/// <summary>It holds for a further term; what lies between two terms is not made up for.</summary>
public sealed record RecognitionRenewed(
    LocalDate On, int Number, string? Certificate, LocalDate From, LocalDate? Until, string Document) : InstitutionEvent(On);

/// <summary>It holds no more from a day on, before its time.</summary>
public sealed record RecognitionEnded(LocalDate On, int Number, RecognitionEnd Cause, LocalDate From, string Document) : InstitutionEvent(On);

/// <summary>A term was recorded wrongly and is so in truth; nothing happened in the world.</summary>
/// <remarks>Recorded no more; read as <see cref="InstitutionActCorrected"/> of the acts that granted it and that began the term.</remarks>
/// <param name="Term">1 for what was granted, then one more for each renewal.</param>
public sealed record RecognitionCorrected(
    LocalDate On, int Number, int Term, string? Level, string? Certificate, LocalDate From, LocalDate? Until, string Reason) : InstitutionEvent(On);

/// <summary>It was entered by mistake: it held at no time.</summary>
/// <remarks>Recorded no more; read as <see cref="InstitutionActStruck"/> of the act that granted it.</remarks>
public sealed record RecognitionStruck(LocalDate On, int Number, string Reason) : InstitutionEvent(On);

/// <summary>An act was recorded wrongly and is so in truth; nothing happened in the world.</summary>
/// <param name="Act">Its number, from 1 in the order of recording.</param>
/// <param name="From">Null of an entry alone: since before anything that is registered of it. What an act of its kind does not say is null.</param>
public sealed record InstitutionActCorrected(
    LocalDate On, int Act, string? Name, string? Zone, string? Into, string? Kind, string? Level, string? Certificate, LocalDate? From,
    LocalDate? Until, RecognitionEnd? Cause, string Document, string Reason) : InstitutionEvent(On)
{
    public ActSaid Said() => new(Document, Name, Zone, Into, Kind, Level, Certificate, From, Until, Cause);
}

/// <summary>An act was recorded by mistake and never was. With an entry goes everything, with a recognition its renewals and its end.</summary>
public sealed record InstitutionActStruck(LocalDate On, int Act, string Reason) : InstitutionEvent(On);

public enum RecognitionEnd
{
    /// <summary>Whoever gave it took it back.</summary>
    Withdrawn,

    /// <summary>It was given up, or led to another, as a listing ends a place in the reserve.</summary>
    Relinquished,
}
