using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Domain;
using Microsoft.AspNetCore.Diagnostics;

namespace Ledger.Api.Web.Http;

/// <summary>What was thrown where programs ask, as a problem: unreadable bodies, late read models, and bugs without their insides.</summary>
public sealed partial class ExceptionProblems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is the error page's by now.
        var asked = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (!HttpModule.IsForPrograms(new PathString(asked)))
            return false;

        if (exception is ProjectionBehindException)
            httpContext.Response.Headers.RetryAfter = ReadModels.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await Describe(exception).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>What is no bug of ours is answered and not logged.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is RefusedRequestException or ProjectionBehindException or BadHttpRequestException;

    private static IResult Describe(Exception exception) => exception switch
    {
        RefusedRequestException refused => Problems.Of(refused.Refusal),
        LogContradictionException changed => Problems.Of(StatusCodes.Status500InternalServerError, "log-contradicts", changed.Signed, changed.Size),
        ProjectionBehindException behind => Problems.Of(StatusCodes.Status503ServiceUnavailable, "projection-behind", behind.Position),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problems.Of(Refusal.Of(RefusalKind.TooLarge, "body-too-large")),
        BadHttpRequestException { InnerException: JsonException json } => Problems.Of(Malformed(json)),
        BadHttpRequestException bad => Problems.Of(Refusal.Of(RefusalKind.Malformed, "malformed", bad.Message)),
        _ => Problems.Of(StatusCodes.Status500InternalServerError, "unexpected"),
    };

    /// <summary>Text that is no JSON, or not of the shape that is read: each place that is at fault.</summary>
    internal static Refusal Malformed(JsonException json)
    {
        var at = ToPointer(json.Path);
        var missing = MissingMembers().Match(json.Message).Groups["name"].Captures;
        return Refusal.OfFaults(
            RefusalKind.Malformed, "body-malformed",
            missing.Count == 0
                ? [Fault.At(at, "value-unreadable")]
                : [.. missing.Select(name => Fault.At($"{at}/{name.Value}", "value-missing"))]);
    }

    /// <summary>$.figures[3].value → /figures/3/value.</summary>
    private static string ToPointer(string? path) =>
        string.Concat(PathStep().Matches(path ?? "").Select(step => "/" + step.Groups["name"].Value));

    // The serialiser names what is missing in its message alone. Of a message without names, the place around them is pointed at.
    [GeneratedRegex("missing required properties including: ('(?<name>[^']+)'(, )?)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingMembers();

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<name>[^']+)'\]|\[(?<name>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathStep();
}
