namespace Ledger.Domain.Assessment.Committee;

/// <summary>What a ballot may refer to as evidence. A reference has no spaces and leads to something that the ledger holds.</summary>
/// <remarks>
/// A kept paper by the SHA-256 of its bytes, in lower-case hexadecimal; an issued notice, <c>notice/2023-Q3/1</c>; a cell of one,
/// <c>notice.2023-Q3.1.CELL</c>; a stated figure, <c>figure/XLHT/op_revenue/2023-Q3</c>.
/// </remarks>
public static class BallotEvidence
{
    private const int Digits = 64;

    /// <summary>Whether it is the hash of a paper, kept or not.</summary>
    public static bool IsPaper(string reference) =>
        reference.Length == Digits && reference.All(digit => char.IsAsciiHexDigitLower(digit));

    /// <param name="known">The references that lead to something.</param>
    /// <returns><c>evidence-missing</c> where there is none; <c>evidence-unknown</c> for a paper, <c>reference-unknown</c> for anything else that is not there.</returns>
    internal static IEnumerable<Fault> Faults(IReadOnlyList<string> evidence, IReadOnlySet<string> known)
    {
        if (evidence.Count == 0)
            yield return Fault.At("/evidence", "evidence-missing");
        foreach (var (index, reference) in evidence.Index().Where(each => !known.Contains(each.Item)))
        {
            yield return IsPaper(reference)
                ? Fault.At($"/evidence/{index}", "evidence-unknown", reference)
                : Fault.At($"/evidence/{index}", "reference-unknown", reference);
        }
    }
}
