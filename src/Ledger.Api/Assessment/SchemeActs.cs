using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment;

/// <summary>Adoption and supersession of a scheme, whoever asks: a page, the API or an import.</summary>
public sealed class SchemeActs(
    LedgerWriter writer, LedgerReader reader, Programmes programmes, Schemes schemes, AssessmentFacts facts, AssessmentReaders readers,
    Today today)
{
    /// <remarks>Refuses as the command does, or with <c>programme-missing</c>.</remarks>
    public Task<WriteResult> AdoptAsync(AdoptScheme command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(
            SchemeHistory.Stream(command.Scheme.Id),
            ProgrammeHistory.Stream.Id,
            async (history, version) =>
            {
                if (await programmes.OfVersionAsync(version, cancellation) is not { } programme)
                    return Refusal.Of(RefusalKind.NotFound, "programme-missing");
                var years = await YearsAsync(programme.Document, cancellation);
                return (await DecideAsync(command, history, programme.Document, years, context.Actor, cancellation)).Decision;
            },
            context, cancellation);

    /// <summary>Why the command would be refused now, with what it would do to the years it touches; records nothing.</summary>
    /// <exception cref="RefusedRequestException">As of <see cref="EffectAsync(AssessmentScheme, int, Actor, CancellationToken)"/>.</exception>
    public async Task<SchemeTrial> TryAsync(AdoptScheme command, Actor actor, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(position: null, cancellation)).Document;
        var history = await schemes.HistoryAsync(command.Scheme.Id, position: null, cancellation);
        var years = await YearsAsync(programme, cancellation);
        await RequireAsync(Touched(years, command.Scheme.Id, command.FromYear), actor, cancellation);
        var (decision, effect) = await DecideAsync(command, history, programme, years, actor, cancellation);
        var inFull = new List<YearDifference>();
        if (effect.Zones.Count > 0)
        {
            foreach (var state in Touched(years, command.Scheme.Id, command.FromYear))
            {
                if (history.ForYear(state.Year)?.Scheme is { } before)
                    inFull.Add(new(state.Year, SchemeEffects.InFull(await facts.OfAsync(state, position: null, cancellation), before, command.Scheme)));
            }
        }

        return new(decision.Refusal, effect, inFull, history.ForYear(command.FromYear));
    }

    /// <summary>What the scheme would do to the years it touches; the hash is what a supersession confirms. Records nothing.</summary>
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, or as <see cref="AssessmentReaders"/> refuses a year it touches.</exception>
    public async Task<SchemeEffectShown> EffectAsync(AssessmentScheme scheme, int fromYear, Actor actor, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(position: null, cancellation)).Document;
        var years = await YearsAsync(programme, cancellation);
        await RequireAsync(Touched(years, scheme.Id, fromYear), actor, cancellation);
        return await EffectAsync(
            scheme, fromYear, await schemes.HistoryAsync(scheme.Id, position: null, cancellation), programme, years, cancellation);
    }

    private async Task<(Decision<SchemeEvent> Decision, SchemeEffectShown Effect)> DecideAsync(
        AdoptScheme command, SchemeHistory history, ProgrammeDocument programme, IReadOnlyList<AssessmentYear> years, Actor actor,
        CancellationToken cancellation)
    {
        var effect = await EffectAsync(command.Scheme, command.FromYear, history, programme, years, cancellation);
        int? lastRatified = years
            .Where(state => state.Scheme == command.Scheme.Id && state.Results.Any(result => result.Ratification is not null))
            .Select(state => (int?)state.Year).Max();
        return (command.Decide(history, programme, effect.Zones, effect.Hash, lastRatified, actor, today.Date), effect);
    }

    /// <summary>A year that is opened under this scheme, and is not ratified, is scored by the version for it: by both.</summary>
    private async Task<SchemeEffectShown> EffectAsync(
        AssessmentScheme scheme, int fromYear, SchemeHistory history, ProgrammeDocument programme, IReadOnlyList<AssessmentYear> years,
        CancellationToken cancellation)
    {
        var zones = new List<SchemeEffect>();
        // A faulty scheme scores nothing; its faults are what the command refuses it with.
        if (!SchemeFaults.Of(scheme, SchemeSubjects.Of(programme)).Any())
        {
            foreach (var state in Touched(years, scheme.Id, fromYear))
            {
                zones.AddRange(SchemeEffects.Of(
                    await facts.OfAsync(state, position: null, cancellation), history.ForYear(state.Year)?.Scheme, scheme));
            }
        }

        return new(zones, LedgerJson.HashOf(zones));
    }

    private static IEnumerable<AssessmentYear> Touched(IEnumerable<AssessmentYear> years, string scheme, int fromYear) =>
        years.Where(state => state.Year >= fromYear && state.Scheme == scheme && state.FiguresPosition is not null);

    /// <summary>What a scheme does to a year tells that year's result.</summary>
    private async Task RequireAsync(IEnumerable<AssessmentYear> years, Actor actor, CancellationToken cancellation)
    {
        var head = await reader.HeadAsync(cancellation);
        foreach (var state in years)
            await readers.RequireAsync(state.Year, zone: null, actor, head.Position, cancellation);
    }

    private async Task<IReadOnlyList<AssessmentYear>> YearsAsync(ProgrammeDocument programme, CancellationToken cancellation)
    {
        var years = new List<AssessmentYear>();
        for (var year = programme.FirstYear; year <= programme.LastYear; year++)
            years.Add((await reader.ReadAsync(AssessmentYear.Stream(year), position: null, cancellation)).State);
        return years;
    }
}

/// <summary>What a change of scheme does.</summary>
/// <param name="Zones">A line for each zone of each year it touches; empty where no figures are frozen.</param>
/// <param name="Hash">SHA-256 of the lines; what a supersession confirms.</param>
public sealed record SchemeEffectShown(IReadOnlyList<SchemeEffect> Zones, string Hash);

/// <summary>What adopting a scheme would come to.</summary>
/// <param name="Refusal">Null: it would be recorded as it is; <c>year-begun</c>: once its effect is confirmed.</param>
/// <param name="InFull">The effect from the criteria to the outcomes, for each year it touches.</param>
/// <param name="Before">The version that it would take the place of in its first year; null: there is none.</param>
public sealed record SchemeTrial(
    Refusal? Refusal, SchemeEffectShown Effect, IReadOnlyList<YearDifference> InFull, SchemeVersion? Before);

public sealed record YearDifference(int Year, ResultDifference Difference);
