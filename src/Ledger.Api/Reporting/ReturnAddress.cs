using Ledger.Api.Web.Http;
using Ledger.Domain;

namespace Ledger.Api.Reporting;

/// <summary>Which return an address names.</summary>
/// <param name="Zone">A zone's code; whether the programme knows it is asked later.</param>
/// <param name="Period">A quarter such as <c>2023-Q3</c>, or a year such as <c>2023</c>.</param>
public sealed record ReturnAddress(string Zone, string Period)
{
    public Period Of => PeriodIn(Period);

    /// <exception cref="RefusedRequestException"><c>period-malformed</c>.</exception>
    public static Period PeriodIn(string? text) => Domain.Period.TryParse(text, out var period)
        ? period.Value
        : throw new RefusedRequestException(Refusal.Of(RefusalKind.Malformed, "period-malformed", text ?? ""));
}
