using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Audit.Findings;

/// <summary>Something that an auditor may want to ask about. It is a question; that it is asked says nothing of the answer.</summary>
/// <param name="Code">Its words stand under <c>finding.CODE</c>.</param>
/// <param name="Zone">Null: of no zone alone.</param>
/// <param name="Period">Null: of no period alone.</param>
/// <param name="Arguments">Fill the places of the code's text.</param>
public sealed record AuditFinding(FindingKind Kind, string Code, string? Zone, Period? Period, IReadOnlyList<object> Arguments)
{
    /// <summary>The figures it is about.</summary>
    public IReadOnlyList<FigureAtIssue> Figures { get; init; } = [];

    /// <summary>The numbers it rests on.</summary>
    public IReadOnlyList<FindingMeasure> Measures { get; init; } = [];

    /// <summary>The reason that was given at the time, in the words of who gave it.</summary>
    public string? Given { get; init; }

    /// <summary>All events it rests on, as stretches of the ledger.</summary>
    public required IReadOnlyList<Stretch> Positions { get; init; }

    /// <summary>The first of those events.</summary>
    public required IReadOnlyList<FindingEvent> Events { get; init; }

    /// <summary>How many of the events are told one by one.</summary>
    internal const int MostEvents = 12;

    public long Last => Positions[^1].To;
}

/// <param name="Value">As it stood, or as it came to stand.</param>
public sealed record FigureAtIssue(string Zone, string Series, Period Period, decimal Value)
{
    internal static FigureAtIssue Of(Figure figure) => new(figure.Zone, figure.Series, figure.Period, figure.Value);
}

/// <param name="Name">Its words stand under <c>finding-measure.NAME</c>.</param>
public sealed record FindingMeasure(string Name, decimal Value);

/// <summary>Positions without a gap, both ends included.</summary>
public sealed record Stretch(long From, long To)
{
    internal static IReadOnlyList<Stretch> Of(IEnumerable<long> positions)
    {
        var stretches = new List<Stretch>();
        foreach (var position in positions.Distinct().Order())
        {
            if (stretches is [.., var last] && last.To + 1 == position)
                stretches[^1] = last with { To = position };
            else
                stretches.Add(new(position, position));
        }

        return stretches;
    }
}

/// <param name="On">The date of the paper.</param>
public sealed record FindingEvent(
    long Position, Guid EventId, string Stream, string What, string Officer, string Organisation, LocalDate On, Instant RecordedAt)
{
    internal static FindingEvent Of(Recorded<ReturnEvent> entry) => new(
        entry.Provenance.Position, entry.Provenance.EventId, entry.Provenance.Stream, entry.Event.GetType().Name,
        entry.Provenance.Actor.Officer, entry.Provenance.Actor.Organisation, entry.Event.On, entry.Provenance.RecordedAt);
}

/// <summary>An officer that a question mentions, by the sign-in name; they are called by their own name.</summary>
public sealed record OfficerAtIssue(string User);
