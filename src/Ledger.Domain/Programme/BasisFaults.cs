using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>What is asked of the paper that an act rests on.</summary>
internal static class BasisFaults
{
    /// <returns><c>basis-organ-missing</c>, <c>basis-text-too-long</c>, <c>basis-after-act</c>.</returns>
    public static IEnumerable<Fault> Of(Basis basis, LocalDate on)
    {
        if (string.IsNullOrWhiteSpace(basis.Organ))
            yield return Fault.At("/basis/organ", "basis-organ-missing");
        foreach (var (name, text) in new[] { ("organ", basis.Organ), ("documentNumber", basis.DocumentNumber), ("note", basis.Note) })
        {
            if (text?.Length > AdoptProgramme.LongestText)
                yield return Fault.At($"/basis/{name}", "basis-text-too-long", AdoptProgramme.LongestText, text.Length);
        }

        if (basis.Date > on)
            yield return Fault.At("/basis/date", "basis-after-act", basis.Date, on);
    }
}
