using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Programme;

namespace Ledger.Api.Programme;

/// <summary>Writes that are decided under the programme in force, and again where it was amended meanwhile.</summary>
public static class WritingUnderTheProgramme
{
    /// <remarks>Refuses as the decision does, or with <c>programme-missing</c>.</remarks>
    public static Task<WriteResult> WriteAsync<TState, TEvent>(
        this LedgerWriter writer, Programmes programmes, EventStream<TState, TEvent> stream,
        Func<TState, ProgrammeVersion, Decision<TEvent>> decide, WriteContext context, CancellationToken cancellation)
        where TEvent : notnull =>
        writer.WriteAsync(
            stream,
            ProgrammeHistory.Stream.Id,
            async (state, version) => await programmes.OfVersionAsync(version, cancellation) is { } programme
                ? decide(state, programme)
                : Refusal.Of(RefusalKind.NotFound, "programme-missing"),
            context, cancellation);

    /// <summary>One act of many that are decided together under the programme in force.</summary>
    public static Step<TState, TEvent> Step<TState, TEvent>(
        this Programmes programmes, EventStream<TState, TEvent> stream, Func<TState, ProgrammeVersion, Decision<TEvent>> decide,
        CancellationToken cancellation)
        where TEvent : notnull =>
        new(stream, async (state, version) => await programmes.OfVersionAsync(version, cancellation) is { } programme
            ? decide(state, programme)
            : Refusal.Of(RefusalKind.NotFound, "programme-missing"));
}
