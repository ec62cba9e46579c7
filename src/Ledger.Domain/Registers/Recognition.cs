using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>What an institution was recognised as, term by term.</summary>
/// <param name="Kind">A code of <see cref="Programme.RegisterKind"/>.</param>
/// <param name="Level">Null for a kind without levels.</param>
/// <param name="Terms">What was granted, then every renewal.</param>
public sealed record Recognition(int Number, string Kind, string? Level, ImmutableList<RecognitionTerm> Terms)
{
    /// <summary>Null: it ends with its last term.</summary>
    public EarlyEnd? Ended { get; init; }

    /// <summary>Why it was entered by mistake; null: it was not.</summary>
    public string? Struck { get; init; }

    /// <summary>The date of the recognition, which decides what year it is new in.</summary>
    public LocalDate From => Terms[0].From;

    /// <summary>The last day on which it holds; null: without end.</summary>
    public LocalDate? Until
    {
        get
        {
            LocalDate? last = Terms.Any(term => term.Until is null) ? null : Terms.Max(term => term.Until);
            return Ended is { } ended && (last is null || ended.From <= last) ? ended.From.PlusDays(-1) : last;
        }
    }

    /// <summary>Whether it holds on a day; the first and the last day of a term do count .</summary>
    public bool Holds(LocalDate day) => Struck is null && (Ended is null || day < Ended.From) && Terms.Any(term => term.Covers(day));

    /// <summary>How it stands on a day.</summary>
    public RecognitionStanding On(LocalDate day) => this switch
    {
        { Struck: not null } => RecognitionStanding.Struck,
        { Ended: { } ended } when day >= ended.From => RecognitionStanding.Ended,
        _ when Holds(day) => RecognitionStanding.Holds,
        _ => day < From ? RecognitionStanding.ToCome : RecognitionStanding.Expired,
    };
}

/// <param name="Until">The last day on which it holds, itself included; null: without end.</param>
public sealed record RecognitionTerm(string? Certificate, LocalDate From, LocalDate? Until, string Document)
{
    public bool Covers(LocalDate day) => day >= From && (Until is null || day <= Until);
}

/// <param name="From">The first day on which it holds no more.</param>
public sealed record EarlyEnd(RecognitionEnd Cause, LocalDate From, string Document);

public enum RecognitionStanding
{
    Holds,

    /// <summary>Its term is over, or lies between two.</summary>
    Expired,

    /// <summary>Withdrawn or given up before its time.</summary>
    Ended,

    /// <summary>Entered by mistake.</summary>
    Struck,

    /// <summary>Its first day is still ahead.</summary>
    ToCome,
}
