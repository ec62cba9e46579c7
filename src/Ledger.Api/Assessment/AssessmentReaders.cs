using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment;

/// <summary>Who may read a year's material before it is ratified; the rule itself is <see cref="ReadMaterial"/>.</summary>
/// <remarks>
/// Services that give such material out take the actor and ask here themselves, so that a page that reads through them cannot forget it
/// and shows the refusal as it shows any other. A page that only offers a link or a form asks <see cref="CheckAsync"/>
/// whether the person may, and leaves the link out where they may not.
/// </remarks>
public sealed class AssessmentReaders(LedgerReader reader, Programmes programmes)
{
    /// <param name="zone">Null: the year's material whole, so that of every zone.</param>
    /// <param name="position">The moment asked about. Who may read it is decided by the ledger as it is now.</param>
    /// <returns><c>not-allowed</c>, <c>not-a-member</c>, <c>interest-undeclared</c>, or null when the actor may.</returns>
    public async Task<Refusal?> CheckAsync(int year, string? zone, Actor actor, long position, CancellationToken cancellation)
    {
        var now = (await reader.ReadAsync(AssessmentYear.Stream(year), position: null, cancellation)).State;
        return ReadMaterial.Check(now, actor, position, zone is null ? await ZonesAsync(now, cancellation) : [zone]);
    }

    /// <exception cref="RefusedRequestException">As of <see cref="CheckAsync"/>.</exception>
    public async Task RequireAsync(int year, string? zone, Actor actor, long position, CancellationToken cancellation)
    {
        if (await CheckAsync(year, zone, actor, position, cancellation) is { } refusal)
            throw new RefusedRequestException(refusal);
    }

    private async Task<IEnumerable<string>> ZonesAsync(AssessmentYear now, CancellationToken cancellation) =>
        (await programmes.OfVersionAsync(now.ProgrammeVersion, cancellation) is { } programme ? programme.Document.ZonesIn(Period.OfYear(now.Year)) : [])
            .Select(zone => zone.Code);
}
