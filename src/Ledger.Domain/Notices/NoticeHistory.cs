using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>The notice of one quarter in all its editions; the last is in force, the others stay readable.</summary>
public sealed record NoticeHistory
{
    public required Period Period { get; init; }

    /// <summary>In the order of their numbers, from 1; empty while none was issued.</summary>
    public ImmutableList<NoticeEdition> Editions { get; init; } = [];

    public NoticeEdition? InForce => Editions.IsEmpty ? null : Editions[^1];

    public static EventStream<NoticeHistory, NoticeEvent> Stream(Period period) =>
        new(StreamId(period), new NoticeHistory { Period = period }, Evolve);

    public static string StreamId(Period period) => $"notice/{period}";

    public static NoticeHistory Evolve(NoticeHistory state, Recorded<NoticeEvent> recorded) => recorded.Event switch
    {
        NoticeIssued e => state.With(new(e.Edition, e.Number, e.Frozen, Superseding: null, e.On, recorded.Provenance)),
        NoticeSuperseded e => state.With(
            new(e.Edition, e.Number, e.Frozen, new(e.Reason, e.Changes, e.OtherChanges), e.On, recorded.Provenance)),
        _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is not folded into a notice's history."),
    };

    private NoticeHistory With(NoticeEdition edition) => this with { Editions = Editions.Add(edition) };
}

/// <param name="Superseding">What it changes of the edition before; null for the first.</param>
/// <param name="On">The date of the paper.</param>
public sealed record NoticeEdition(
    int Number, DocumentNumber DocumentNumber, FrozenNotice Frozen, Superseding? Superseding, LocalDate On, Provenance Provenance)
{
    public NoticeContent Content => Frozen.Content;

    public NoticeReference Reference => new(Content.Period, Number, DocumentNumber.Text, Content.Position);
}

public sealed record Superseding(string Reason, IReadOnlyList<CellChange> Changes, IReadOnlyList<OtherChange> OtherChanges);
