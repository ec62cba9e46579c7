namespace Ledger.Domain.Reporting;

/// <summary>Papers have to be in the ledger's keeping before a statement leans on them.</summary>
internal static class KeptEvidence
{
    /// <returns>An <c>evidence-unknown</c> for each hash that is not kept.</returns>
    public static IEnumerable<Fault> Faults(
        string pointer, IReadOnlyList<string> hashes, IReadOnlyDictionary<string, Evidence> kept) =>
        hashes.Index()
            .Where(hash => !kept.ContainsKey(hash.Item))
            .Select(hash => Fault.At($"{pointer}/{hash.Index}", "evidence-unknown", hash.Item));
}
