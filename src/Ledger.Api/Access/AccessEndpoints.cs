using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Ledger.Api.Access;

public static class AccessEndpoints
{
    public static void MapAccess(this RouteGroupBuilder api)
    {
        api.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        api.MapGet("/officers", (Officers officers, AsOf asOf, CancellationToken cancellation) =>
            officers.AllAsync(asOf.Position, cancellation));
        api.MapPut("/officers/{user}", AppointAsync);
        api.MapPost("/officers/{user}/dismiss", DismissAsync);
        api.MapPut("/officers/{user}/password", SetPasswordAsync);
    }

    private static async Task<IResult> SignInAsync(
        SignInRequest request, SignIn signIn, IOptionsMonitor<BearerTokenOptions> tokens, IClock clock, CancellationToken cancellation)
    {
        switch (await signIn.TryAsync(request.User, request.Password, cancellation))
        {
            case SignInResult.SignedIn(var officer):
                var options = tokens.Get(BearerTokenDefaults.AuthenticationScheme);
                var expiresAt = clock.GetCurrentInstant() + Duration.FromTimeSpan(options.BearerTokenExpiration);
                var ticket = new AuthenticationTicket(
                    officer.ToPrincipal(BearerTokenDefaults.AuthenticationScheme),
                    new AuthenticationProperties { ExpiresUtc = expiresAt.ToDateTimeOffset() },
                    $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
                return Results.Ok(new SignInAnswer(options.BearerTokenProtector.Protect(ticket), expiresAt, officer));
            case SignInResult.Locked:
                return Problems.Of(StatusCodes.Status429TooManyRequests, "sign-in-locked", Credentials.LockedFor.TotalMinutes);
            default:
                return Problems.Of(StatusCodes.Status401Unauthorized, "sign-in-wrong");
        }
    }

    private static async Task<IResult> AppointAsync(
        string user, AppointRequest request, WriteRequest write, LedgerWriter writer, Programmes programmes, Today today,
        CancellationToken cancellation)
    {
        var programme = (await programmes.FindInForceAsync(position: null, cancellation))?.Document;
        var organisations = (programme?.Organisations ?? []).Select(organisation => organisation.Code).ToHashSet();
        var zones = (programme?.Zones ?? []).Select(zone => zone.Code).ToHashSet();
        var command = new AppointOfficer(user, request.Name, request.Organisation, request.Role, request.Zone, request.Basis, request.On);
        var result = await writer.WriteAsync(
            Officer.Stream(user),
            state => command.Decide(state, organisations, zones, write.Actor, today.Date),
            write.Context,
            cancellation);
        return result.ToHttp();
    }

    private static async Task<IResult> DismissAsync(
        string user, DismissRequest request, WriteRequest write, LedgerWriter writer, Officers officers, Today today,
        CancellationToken cancellation)
    {
        var administrators = (await officers.AllAsync(position: null, cancellation))
            .Count(standing => standing.Officer is { IsAppointed: true, Role: Role.Administrator });
        var result = await writer.WriteAsync(
            Officer.Stream(user),
            state => new DismissOfficer(request.Reason, request.On).Decide(state, administrators, write.Actor, today.Date),
            write.Context,
            cancellation);
        return result.ToHttp();
    }

    /// <summary>An administrator sets anybody's password, everybody their own. No event: a password is no business of the ledger's.</summary>
    private static async Task<IResult> SetPasswordAsync(
        string user, PasswordRequest request, WriteRequest write, Officers officers, Credentials credentials, CancellationToken cancellation)
    {
        if (write.Actor.Officer != user && Permissions.Check(write.Actor, Act.AppointOfficers) is { } notAllowed)
            return Problems.Of(notAllowed);
        if (await officers.FindAsync(user, cancellation) is null)
            return Problems.Of(Refusal.Of(RefusalKind.NotFound, "officer-unknown", user));
        if (PasswordRequest.Check(request.Password) is { } weak)
            return Problems.Of(weak);

        await credentials.SetAsync(user, request.Password, sample: false, cancellation);
        return Results.NoContent();
    }

    public sealed record SignInRequest(string User, string Password);

    public sealed record SignInAnswer(string Token, Instant ExpiresAt, Officer Officer);

    public sealed record AppointRequest(
        string Name, string Organisation, Role Role, string? Zone = null, string? Basis = null, LocalDate? On = null);

    public sealed record DismissRequest(string Reason, LocalDate? On = null);

    public sealed record PasswordRequest(string Password)
    {
        public const int Shortest = 12;

        /// <returns><c>password-refused</c>, or null when the password can be used.</returns>
        public static Refusal? Check(string password) => password.Length >= Shortest
            ? null
            : Refusal.OfFaults(RefusalKind.Invalid, "password-refused", [Fault.At("/password", "password-too-short", Shortest)]);
    }
}
