using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>The programme's versions, the last of which is in force.</summary>
public sealed record ProgrammeHistory
{
    /// <summary>The one programme of this ledger: one league is one database.</summary>
    public const string Id = "xilingol";

    public ImmutableList<ProgrammeVersion> Versions { get; init; } = [];

    public ProgrammeVersion? InForce => Versions.IsEmpty ? null : Versions[^1];

    public static EventStream<ProgrammeHistory, ProgrammeEvent> Stream { get; } = new($"programme/{Id}", new ProgrammeHistory(), Evolve);

    public static ProgrammeHistory Evolve(ProgrammeHistory state, Recorded<ProgrammeEvent> recorded) => recorded.Event switch
    {
        ProgrammeAdopted e => state.With(e, [], recorded.Provenance),
        ProgrammeAmended e => state.With(e, e.Changes, recorded.Provenance),
        _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is not folded into the programme's history."),
    };

    private ProgrammeHistory With(ProgrammeEvent @event, IReadOnlyList<Change> changes, Provenance provenance) => this with
    {
        Versions = Versions.Add(new(@event.Version, @event.Document, @event.Basis, changes, @event.On, provenance)),
    };
}

/// <param name="Changes">Empty for the first.</param>
/// <param name="On">The date of the act that brought it into force.</param>
public sealed record ProgrammeVersion(
    int Number, ProgrammeDocument Document, Basis Basis, IReadOnlyList<Change> Changes, LocalDate On, Provenance Provenance);
