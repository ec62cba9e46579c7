using System.Globalization;
using Ledger.Api.Store;
using Ledger.Domain;
using NodaTime.Text;

namespace Ledger.Api.Web.Http;

/// <summary>Refusals as RFC 9457 problem details, in the reader's language; the one place that maps kinds to statuses.</summary>
public static class Problems
{
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static IResult Of(Refusal refusal) => new ProblemResult(StatusOf(refusal.Kind), refusal);

    /// <summary>Where the faults are not the refusal's own, such as those of a list's rows.</summary>
    public static IResult WithErrors(Refusal refusal, IReadOnlyList<ProblemError> errors) => new ProblemResult(StatusOf(refusal.Kind), refusal, errors);

    /// <summary>For what is no refusal of the domain: 401, 429, 500, 503.</summary>
    public static IResult Of(int status, string code, params object[] arguments) =>
        new ProblemResult(status, new Refusal(code, RefusalKind.Conflict, arguments, []));

    /// <summary>A write's answer: its receipt with the ledger's headers, or its refusal.</summary>
    /// <param name="answer">What to say instead of the bare receipt.</param>
    public static IResult ToHttp(this WriteResult result, Func<Receipt, object>? answer = null) => result switch
    {
        WriteResult.Written(var receipt) => new ReceiptResult(receipt, answer?.Invoke(receipt) ?? receipt),
        WriteResult.Refused(var refusal) => Of(refusal),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private sealed class ReceiptResult(Receipt receipt, object body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers["Ledger-Position"] = receipt.Position.ToString(CultureInfo.InvariantCulture);
            headers["Ledger-Recorded-At"] = InstantPattern.ExtendedIso.Format(receipt.RecordedAt);
            headers.ETag = $"\"{receipt.Version.ToString(CultureInfo.InvariantCulture)}\"";
            return httpContext.Response.WriteAsJsonAsync(body, body.GetType(), LedgerJson.Options, httpContext.RequestAborted);
        }
    }

    private sealed class ProblemResult(int status, Refusal refusal, IReadOnlyList<ProblemError>? errors = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var texts = httpContext.RequestServices.GetRequiredService<ITexts>();
            httpContext.Response.StatusCode = status;
            return httpContext.Response.WriteAsJsonAsync(
                new Problem(
                    $"urn:ledger:{refusal.Code}",
                    texts.TitleOf(status),
                    status,
                    texts.TextOf(refusal),
                    refusal.Code,
                    errors ?? [.. refusal.Faults.Select(fault => new ProblemError(fault.Pointer, fault.Code, texts.TextOf(fault)))]),
                LedgerJson.Options,
                "application/problem+json",
                httpContext.RequestAborted);
        }
    }
}

/// <summary>RFC 9457, with our <c>code</c> and, for fields, <c>errors</c>.</summary>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<ProblemError> Errors);

/// <param name="Pointer">RFC 6901, into the request.</param>
public sealed record ProblemError(string Pointer, string Code, string Detail);
