using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Api.Sample;

/// <summary>An institution of <c>institutions.json</c>, with what it was recognised as.</summary>
internal sealed record InstitutionLine(string Code, string Name, string Zone, IReadOnlyList<RecognitionLine> Recognitions)
{
    /// <summary>The day on which the register was set up, from older lists.</summary>
    public static LocalDate On { get; } = new(2026, 4, 30);

    private const string Document = "示例名冊：均為虛構。";

    public IEnumerable<InstitutionCommand> Commands()
    {
        yield return new EnterInstitution(Name, Zone, Document, On: On);
        foreach (var (index, line) in Recognitions.Index())
        {
            yield return new GrantRecognition(line.Kind, line.Level, line.From, Document, line.Certificate, On: On);
            foreach (var day in line.RenewedFrom)
                yield return new RenewRecognition(index + 1, day, Document, line.Certificate, On: On);
            if (line.WithdrawnFrom is { } from)
                yield return new EndRecognition(index + 1, RecognitionEnd.Withdrawn, Document, from, On);
        }
    }
}

/// <param name="RenewedFrom">The first day of each further term.</param>
/// <param name="WithdrawnFrom">Null: it was not withdrawn.</param>
internal sealed record RecognitionLine(
    string Kind, string? Level, string? Certificate, LocalDate From, IReadOnlyList<LocalDate> RenewedFrom, LocalDate? WithdrawnFrom = null);
