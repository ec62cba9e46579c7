using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Results;

namespace Ledger.Api.Assessment;

/// <summary>Bonus and deduction items that the ledger finds by itself, for the secretary to look at and to record.</summary>
public sealed class AssessmentProposals(
    Assessments assessments, AssessmentFacts facts, AssessmentReaders readers, IssuedNotices notices, Today today)
{
    /// <summary>What the year's returns and the notices give at the moment, whenever the figures were frozen: an item counts in the year it is about.</summary>
    /// <exception cref="RefusedRequestException"><c>assessment-not-opened</c>, or as <see cref="AssessmentReaders"/> refuses.</exception>
    public async Task<IReadOnlyList<StandingProposal>> OfAsync(int year, Actor actor, AsOf asOf, CancellationToken cancellation)
    {
        var state = (await assessments.CurrentAsync(year, asOf.Position, cancellation)).State;
        await readers.RequireAsync(year, zone: null, actor, asOf.Position, cancellation);
        var day = asOf.Day(today);
        var now = await facts.OfAsync(state with { FiguresPosition = asOf.Position, FrozenOn = day }, asOf.Position, cancellation);
        var issued = (await notices.ChainsAsync(asOf.Position, cancellation)).SelectMany(chain => chain.Editions)
            .Select(edition => new PublishedNotice(edition.Period, edition.Edition, edition.On, edition.Position));
        return StandingProposal.Of(Proposals.Of(now, [.. issued], day), state);
    }
}
