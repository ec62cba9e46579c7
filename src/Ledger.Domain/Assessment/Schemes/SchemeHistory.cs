using System.Collections.Immutable;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>A scheme's versions, each with the years it is for.</summary>
public sealed record SchemeHistory
{
    /// <summary>The scheme's id, such as <c>xlg-htz-annual</c>.</summary>
    public required string Id { get; init; }

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<SchemeVersion> Versions { get; init; } = [];

    public static EventStream<SchemeHistory, SchemeEvent> Stream(string id) => new($"scheme/{id}", new SchemeHistory { Id = id }, Evolve);

    /// <summary>The version for a year: of those that begin with it or before, the last adopted.</summary>
    public SchemeVersion? ForYear(int year) => Versions.FindLast(version => version.FromYear <= year);

    public SchemeVersion? Find(int number) => number >= 1 && number <= Versions.Count ? Versions[number - 1] : null;

    public static SchemeHistory Evolve(SchemeHistory state, Recorded<SchemeEvent> recorded) => recorded.Event switch
    {
        SchemeAdopted e => state.With(e, reason: null, [], recorded.Provenance),
        SchemeSuperseded e => state.With(e, e.Reason, e.Effect, recorded.Provenance),
        _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is not folded into a scheme's history."),
    };

    private SchemeHistory With(SchemeEvent @event, string? reason, IReadOnlyList<SchemeEffect> effect, Provenance provenance) => this with
    {
        Versions = Versions.Add(new(
            Versions.Count + 1, @event.Scheme, @event.FromYear, @event.Basis, reason, effect, @event.On, provenance)),
    };
}

/// <param name="Reason">Why it was put in another's place during its year; null where it was adopted in time.</param>
public sealed record SchemeVersion(
    int Number, AssessmentScheme Scheme, int FromYear, Basis Basis, string? Reason, IReadOnlyList<SchemeEffect> Effect,
    LocalDate On, Provenance Provenance);
