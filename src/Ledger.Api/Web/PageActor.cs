using System.Diagnostics;
using Ledger.Api.Access;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace Ledger.Api.Web;

/// <summary>Who uses the page, in the office that the ledger gives them now, not at sign-in: a page may stay open for hours.</summary>
public sealed class PageActor(AuthenticationStateProvider authentication, Officers officers)
{
    /// <exception cref="RefusedRequestException">Nobody is signed in, or who is was dismissed meanwhile: <c>sign-in-needed</c>.</exception>
    public async Task<Actor> CurrentAsync(CancellationToken cancellation = default)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User.Identity;
        return user is { IsAuthenticated: true, Name: { } name } && await officers.FindAsync(name, cancellation) is { } officer
            ? officer.Actor
            : throw new RefusedRequestException(Refusal.Of(RefusalKind.NotAllowed, "sign-in-needed"));
    }

    /// <summary>How a page writes: as this person, on the version of the stream that the page shows.</summary>
    /// <param name="idempotency">Kept by the page until the write is answered, so that a second press writes nothing twice.</param>
    public async Task<WriteContext> ContextAsync(
        long? expectedVersion = null, Idempotency? idempotency = null, CancellationToken cancellation = default) =>
        new(await CurrentAsync(cancellation), expectedVersion, idempotency, CorrelationId: Activity.Current?.Id ?? Guid.NewGuid().ToString());
}
