using System.Security.Claims;
using Ledger.Domain.Access;

namespace Ledger.Api.Access;

/// <summary>An officer's standing, as claims of the signed-in principal.</summary>
public static class ActorClaims
{
    private const string Organisation = "organisation";
    private const string Zone = "zone";
    private const string FullName = "full_name";

    public static ClaimsPrincipal ToPrincipal(this Officer officer, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, officer.User));
        identity.AddClaim(new Claim(ClaimTypes.Role, officer.Role.ToString()));
        identity.AddClaim(new Claim(Organisation, officer.Organisation));
        identity.AddClaim(new Claim(FullName, officer.Name));
        if (officer.Zone is not null)
            identity.AddClaim(new Claim(Zone, officer.Zone));
        return new ClaimsPrincipal(identity);
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in; the endpoint's policy should have said so.</exception>
    public static Actor ToActor(this ClaimsPrincipal principal) => new(
        principal.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in."),
        principal.FindFirstValue(Organisation) ?? "",
        Enum.Parse<Role>(principal.FindFirstValue(ClaimTypes.Role)!),
        principal.FindFirstValue(Zone));

    public static string FullNameOf(this ClaimsPrincipal principal) => principal.FindFirstValue(FullName) ?? "";
}
