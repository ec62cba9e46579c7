using Ledger.Domain;
using NodaTime;

namespace Ledger.Api.Store;

/// <summary>A moment of the ledger: everything at positions up to and including <see cref="Position"/>.</summary>
/// <param name="Position">−1: before the first event.</param>
/// <param name="RecordedAt">When the event at the position was recorded; the epoch before the first.</param>
/// <param name="Explicit">Whether it was asked for; such an answer stays the same for ever.</param>
public sealed record Moment(long Position, Instant RecordedAt, bool Explicit)
{
    /// <summary>How many entries there are up to here: the size of the log's tree.</summary>
    public long Size => Position + 1;

    /// <summary>Of the ledger's head: why it has nothing at a position that a body names.</summary>
    /// <param name="pointer">Of the body's field.</param>
    /// <returns><c>as-of-invalid</c>, or null where there is such a position.</returns>
    public Refusal? Lacks(string pointer, long position) => position >= 0 && position <= Position
        ? null
        : Refusal.OfFaults(RefusalKind.Malformed, "as-of-invalid",
            [Fault.At(pointer, "as-of-beyond-head", FormattableString.Invariant($"@{position}"), Position)]);
}

/// <summary>A moment, or why the question names none.</summary>
public abstract record MomentResult
{
    private MomentResult()
    {
    }

    public sealed record Found(Moment Moment) : MomentResult;

    /// <summary>Refused with <c>as-of-invalid</c>.</summary>
    public sealed record Refused(Refusal Refusal) : MomentResult;
}
