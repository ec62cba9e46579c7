using NodaTime;

namespace Ledger.Domain.Assessment;

/// <summary>The paper that an adjustment or a veto rests on.</summary>
/// <param name="Number">Such as 錫應急發〔2023〕12號.</param>
/// <param name="Date">The paper's date.</param>
/// <param name="Organ">Who issued it.</param>
public sealed record Document(string Number, LocalDate Date, string Organ)
{
    private const int LongestText = 200;

    /// <returns><c>document-number-missing</c>, <c>document-organ-missing</c>, <c>text-too-long</c>, <c>document-after-act</c>.</returns>
    internal IEnumerable<Fault> Faults(LocalDate on)
    {
        if (string.IsNullOrWhiteSpace(Number))
            yield return Fault.At("/document/number", "document-number-missing");
        if (string.IsNullOrWhiteSpace(Organ))
            yield return Fault.At("/document/organ", "document-organ-missing");
        foreach (var (name, text) in new[] { ("number", Number), ("organ", Organ) })
        {
            if (RequestFaults.Length($"/document/{name}", text, LongestText) is { } tooLong)
                yield return tooLong;
        }

        if (Date > on)
            yield return Fault.At("/document/date", "document-after-act", Date, on);
    }
}
