using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Ledger.Api.Access;

/// <summary>Sign-in: a bearer token for /api, a cookie for pages; everything needs one but what says otherwise.</summary>
public static class AccessModule
{
    /// <summary>The directory of the keys that protect cookies, tokens and sealed ballots; kept outside the database. Who serves names one; without it keys live no longer than the program.</summary>
    public const string KeysDirectory = "LEDGER_KEYS_DIR";

    private const string ByPath = "by-path";

    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddSingleton<ListeningAddresses>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<Officers>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<IClaimsTransformation, CurrentStanding>();
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, displayName: null, options => options.ForwardDefaultSelector = context =>
                context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                    ? BearerTokenDefaults.AuthenticationScheme
                    : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.LoginPath = "/sign-in";
                options.AccessDeniedPath = "/forbidden";
                options.ReturnUrlParameter = "back";
                options.Cookie.Name = "ledger";
                options.Cookie.SameSite = SameSiteMode.Lax;
            })
            .AddBearerToken(options =>
            {
                options.BearerTokenExpiration = TimeSpan.FromHours(8);
                options.Events.OnMessageReceived = TakeInAnyCase;
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();

        var keys = services.AddDataProtection().SetApplicationName("Ledger");
        if (builder.Configuration[KeysDirectory] is { Length: > 0 } directory)
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(directory));
        else
            keys.UseEphemeralDataProtectionProvider();
        return builder;
    }

    // The name of a scheme is written in any case (RFC 9110, 11.1); the handler itself knows one.
    private static Task TakeInAnyCase(MessageReceivedContext context)
    {
        const string Scheme = "Bearer ";
        string? header = context.Request.Headers.Authorization;
        if (header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true)
            context.Token = header[Scheme.Length..].Trim();
        return Task.CompletedTask;
    }
}
