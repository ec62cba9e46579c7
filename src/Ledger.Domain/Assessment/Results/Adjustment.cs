using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>A bonus or deduction item that occurred, with the paper that says so.</summary>
/// <param name="Item">Of the scheme, such as <c>P2</c> or <c>M1</c>.</param>
public sealed record Adjustment(int Number, string Zone, string Item, int Count, Document Document, string? Text, LocalDate On)
{
    /// <summary>The act that took it back; null while it counts.</summary>
    public Lifting? Lifted { get; init; }
}

/// <summary>A veto item that applies, with the paper that says so.</summary>
/// <param name="Item">Of the scheme, such as <c>V1</c>.</param>
public sealed record Veto(int Number, string Zone, string Item, Document Document, string? Text, LocalDate On)
{
    public Lifting? Lifted { get; init; }
}

public sealed record Lifting(Document Document, string Reason, LocalDate On);
