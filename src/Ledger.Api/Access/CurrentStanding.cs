using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;

namespace Ledger.Api.Access;

/// <summary>Who is signed in holds the office the ledger says now, not the one at sign-in; who was dismissed is signed in no more.</summary>
public sealed class CurrentStanding(Officers officers, IHttpContextAccessor http) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, Name: { } user } identity)
            return principal;
        // The page about a failure asks nothing more of a database that may have failed.
        if (http.HttpContext?.Features.Get<IExceptionHandlerFeature>() is not null)
            return principal;
        var officer = await officers.FindAsync(user, http.HttpContext?.RequestAborted ?? CancellationToken.None);
        return officer?.ToPrincipal(identity.AuthenticationType!) ?? new ClaimsPrincipal(new ClaimsIdentity());
    }
}
