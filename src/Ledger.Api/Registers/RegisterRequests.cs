using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Api.Registers;

// Where a body says exactly what the command does, the command itself is read from it.

/// <param name="Kind">A kind of the programme's register, such as <c>hte</c>.</param>
/// <param name="From">The date of the recognition, not of its announcement.</param>
/// <param name="Document">The paper by which it was recognised.</param>
/// <param name="Level">A level of the kind, of a listing its board; null for a kind without levels.</param>
/// <param name="Until">The last day on which it holds; null: as the kind's validity says .</param>
public sealed record RecognitionRequest(
    string Kind, LocalDate From, string Document, string? Level = null, string? Certificate = null, LocalDate? Until = null, LocalDate? On = null);

/// <param name="From">The first day of the new term.</param>
/// <param name="Document">The paper by which it was renewed.</param>
/// <param name="Until">The last day on which it holds; null: as the kind's validity says .</param>
public sealed record RenewalRequest(
    LocalDate From, string Document, string? Certificate = null, LocalDate? Until = null, LocalDate? On = null);

/// <param name="Cause">Withdrawn unless it says otherwise.</param>
/// <param name="From">The first day on which it holds no more; null: the date of the paper.</param>
public sealed record EndRequest(string Document, RecognitionEnd Cause = RecognitionEnd.Withdrawn, LocalDate? From = null, LocalDate? On = null);

/// <summary>All that an act says in truth; what an act of its kind does not say is left out.</summary>
/// <param name="From">Left out of an entry: since before anything that is registered of the institution.</param>
/// <param name="Until">The last day of a term; null: as the kind's validity says .</param>
public sealed record ActCorrectionRequest(
    string Reason, string Document, string? Name = null, string? Zone = null, string? Into = null, string? Kind = null, string? Level = null,
    string? Certificate = null, LocalDate? From = null, LocalDate? Until = null, RecognitionEnd? Cause = null, LocalDate? On = null)
{
    internal ActSaid Said() => new(Document, Name, Zone, Into, Kind, Level, Certificate, From, Until, Cause);
}

/// <summary>An act that undoes a mistake.</summary>
public sealed record RegisterReasonRequest(string Reason, LocalDate? On = null);
