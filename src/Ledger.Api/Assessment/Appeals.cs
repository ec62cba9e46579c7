using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;

namespace Ledger.Api.Assessment;

/// <summary>Appeals as of any position, each with what it changed or would change.</summary>
public sealed class Appeals(LedgerReader reader, Assessments assessments, AssessmentFacts facts, AssessmentReaders readers, Today today)
{
    public async Task<IReadOnlyList<Appeal>> ListAsync(int year, long position, CancellationToken cancellation) =>
        (await assessments.CurrentAsync(year, position, cancellation)).State.Appeals;

    /// <summary>Decided: the editions before and after, side by side. Not decided: the published one beside the figures as of the position.</summary>
    /// <param name="actor">Who asks: what a reopened year would come to is not told to everybody (<see cref="ReadMaterial"/>).</param>
    /// <exception cref="RefusedRequestException"><c>appeal-unknown</c>.</exception>
    public async Task<AppealView> FindAsync(int year, int number, Actor actor, long position, CancellationToken cancellation)
    {
        var state = (await assessments.CurrentAsync(year, position, cancellation)).State;
        var appeal = Require(state, number);
        if (appeal.Decision is null)
        {
            // By the state of the moment, so that a moment is always answered alike.
            if (ReadMaterial.Check(state, actor, position, state.Published!.Content.Zones.Select(zone => zone.Zone)) is not null)
                return new(appeal, state.PublishedEdition, After: null, Difference: null);
            var now = await WouldBeAsync(state, new(position, [], []), position, cancellation);
            return new(appeal, state.PublishedEdition, After: null, ResultDifference.Between(state.Published.Content, now));
        }

        var history = await reader.HistoryAsync<AssessmentEvent>(AssessmentYear.StreamId(year), position, cancellation);
        var since = history.Select(recorded => recorded.Event)
            .SkipWhile(@event => @event is not AppealDecided decided || decided.Number != number).ToList();
        var before = AssessmentYear.Stream(year).Fold(history.Take(history.Count - since.Count)).Published!;
        var after = appeal.Decision.Upheld ? state.Results[since.OfType<ResultPublished>().First().Edition - 1] : null;
        return new(appeal, before.Edition, after?.Edition, after is null ? null : ResultDifference.Between(before.Content, after.Content));
    }

    /// <summary>What a remedy would change; records nothing.</summary>
    /// <exception cref="RefusedRequestException"><c>appeal-unknown</c>, or <c>as-of-invalid</c> for figures at a position that there is not, or as <see cref="AssessmentReaders"/> refuses.</exception>
    public async Task<ResultDifference> CounterfactualAsync(
        int year, int number, Remedy remedy, Actor actor, CancellationToken cancellation)
    {
        var head = await reader.HeadAsync(cancellation);
        if (remedy.Position is { } asked && head.Lacks("/position", asked) is { } beyond)
            throw new RefusedRequestException(beyond);
        var state = (await assessments.CurrentAsync(year, head.Position, cancellation)).State;
        Require(state, number);
        await readers.RequireAsync(year, zone: null, actor, head.Position, cancellation);
        return ResultDifference.Between(state.Published!.Content, await WouldBeAsync(state, remedy, head.Position, cancellation));
    }

    private async Task<ResultContent> WouldBeAsync(AssessmentYear state, Remedy remedy, long position, CancellationToken cancellation) =>
        (await facts.OfAsync(remedy.ApplyTo(state, today.Date), position, cancellation)).Result();

    private static Appeal Require(AssessmentYear state, int number) =>
        state.Appeals.Find(appeal => appeal.Number == number)
        ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "appeal-unknown", number, state.Appeals.Count));
}

/// <param name="Before">The edition appealed against.</param>
/// <param name="After">The edition that superseded it; null where the appeal was dismissed or is not decided.</param>
/// <param name="Difference">From figures to outcomes; of an appeal that is not decided, what the figures of now would change; null where it was dismissed, and of a reopened year for whom its draft is not open.</param>
public sealed record AppealView(Appeal Appeal, int? Before, int? After, ResultDifference? Difference);
