using Ledger.Api.Store;
using Ledger.Domain;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Web.Http;

/// <summary>The moment a GET speaks for, resolved from <c>asOf</c> and <c>knownOn</c> before the handler runs.</summary>
/// <param name="KnownOn">Only what papers dated up to this day had stated; null: all of it.</param>
public sealed record AsOf(Moment Moment, LocalDate? KnownOn)
{
    public long Position => Moment.Position;

    /// <summary>Whether what a paper of this date stated is told.</summary>
    public bool Knows(LocalDate on) => KnownOn is null || on <= KnownOn;

    /// <summary>The day of the moment, from which days left are counted: of the papers where they are bounded, else of the ledger.</summary>
    public LocalDate Day(Today today) => this switch
    {
        { KnownOn: { } day } => day,
        { Moment: { Explicit: true } moment } => moment.RecordedAt.InZone(DocumentDate.Zone).Date,
        _ => today.Date,
    };

    /// <summary>What the two words of an address name; refuses with <c>as-of-invalid</c> or <c>known-on-invalid</c>.</summary>
    public static async Task<AsOfResult> ResolveAsync(LedgerReader reader, string? asOf, string? knownOn, CancellationToken cancellation)
    {
        LocalDate? day = null;
        if (!string.IsNullOrEmpty(knownOn))
        {
            if (!LocalDatePattern.Iso.Parse(knownOn).TryGetValue(default, out var date))
                return Refused(Refusal.OfFaults(RefusalKind.Malformed, "known-on-invalid", [Fault.At("/knownOn", "known-on-malformed", knownOn)]));
            day = date;
        }

        return await reader.ResolveAsync(asOf, cancellation) switch
        {
            MomentResult.Found(var moment) => new AsOfResult.Found(new AsOf(moment, day)),
            MomentResult.Refused(var refusal) => Refused(refusal),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
        };
    }

    public static ValueTask<AsOf> BindAsync(HttpContext context) => ValueTask.FromResult(
        context.Features.Get<AsOf>() ?? throw new InvalidOperationException($"{context.Request.Path} has no moment; it is not a GET under /api."));

    private static AsOfResult.Refused Refused(Refusal refusal) => new(refusal);
}

/// <summary>The moment an address names, or why it names none.</summary>
public abstract record AsOfResult
{
    private AsOfResult()
    {
    }

    public sealed record Found(AsOf AsOf) : AsOfResult;

    public sealed record Refused(Refusal Refusal) : AsOfResult;
}
