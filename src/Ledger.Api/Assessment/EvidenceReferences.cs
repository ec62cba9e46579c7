using System.Globalization;
using Ledger.Api.Notices;
using Ledger.Api.Reporting;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Notices;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Assessment;

/// <summary>What the references of a ballot lead to; their forms are <see cref="BallotEvidence"/>'s.</summary>
public sealed class EvidenceReferences(EvidenceStore papers, IssuedNotices issued, QuarterlyNotices notices, Returns returns)
{
    /// <param name="position">What came later is not there.</param>
    /// <returns>Those that lead to something the ledger holds.</returns>
    public async Task<IReadOnlySet<string>> KnownAsync(IEnumerable<string> references, long position, CancellationToken cancellation)
    {
        string[] asked = [.. references.Distinct()];
        var kept = await papers.FindAsync(asked.Where(BallotEvidence.IsPaper), cancellation);
        var known = kept.Keys.ToHashSet();
        foreach (var reference in asked.Where(reference => !BallotEvidence.IsPaper(reference)))
        {
            if (await LeadsSomewhereAsync(reference, position, cancellation))
                known.Add(reference);
        }

        return known;
    }

    private async Task<bool> LeadsSomewhereAsync(string reference, long position, CancellationToken cancellation) => reference.Split('/') switch
    {
        ["notice", var period, var edition] => await IsIssuedAsync(period, edition, position, cancellation),
        ["figure", var zone, var series, var period] => Period.TryParse(period, out var of)
            && await returns.HistoryAsync(zone, series, of.Value, position, knownOn: null, cancellation) is not null,
        [_] when CellAddress.TryParse(reference, out var address) && address.Number is { } edition =>
            await IsIssuedAsync($"{address.Period}", edition.ToString(CultureInfo.InvariantCulture), position, cancellation)
            && (await notices.EditionAsync(address.Period, edition, position, cancellation)).Content.Cells().Any(cell => cell.Id == address.Cell),
        _ => false,
    };

    private async Task<bool> IsIssuedAsync(string period, string edition, long position, CancellationToken cancellation) =>
        Period.TryParse(period, out var of)
        && int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await issued.FindAsync(of.Value, position, cancellation) is { } chain
        && chain.Editions.Any(each => each.Edition == number);
}
