using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace Ledger.Api.Web;

/// <summary>The addresses behind the top bar: another language, and leaving.</summary>
public static class Wayfinding
{
    public static void MapWayfinding(this WebApplication app)
    {
        app.MapGet("/language/{culture}", Speak).AllowAnonymous();
        app.MapPost("/sign-out", LeaveAsync).AllowAnonymous();
    }

    /// <summary>Keeps the language in a cookie and goes back to where the reader was.</summary>
    private static IResult Speak(string culture, string? back, HttpContext http)
    {
        if (!Texts.Cultures.Contains(culture))
            return Results.NotFound();
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back! : "/");
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/sign-in");
    }
}
