using Ledger.Api.Assessment;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Api.Audit.Traces;

/// <summary>Which criteria, scores, places and grades of annual results rest on a figure.</summary>
public sealed class ResultTraces(Assessments assessments, AssessmentFacts facts, AssessmentReaders readers)
{
    /// <param name="actor">A draft is told of those zones only that the actor may read of (<see cref="AssessmentReaders"/>).</param>
    public async Task<IReadOnlyList<ResultTrace>> OfAsync(
        UsedFigure figure, Actor actor, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var traces = new List<ResultTrace>();
        foreach (var year in (await assessments.ListAsync(asOf.Position, cancellation)).Where(year => year.Year >= figure.Period.Year))
        {
            var state = (await assessments.CurrentAsync(year.Year, asOf.Position, cancellation)).State;
            foreach (var recorded in state.Results.Where(result => asOf.KnownOn is not { } day || result.RecordedOn <= day))
            {
                var result = await assessments.ResultAsync(year.Year, recorded.Edition, zone: null, actor, asOf.Position, cancellation);
                var derived = await facts.DerivedAsync(result, asOf.Position, cancellation);
                Add(recorded.Content, recorded.Edition, recorded.Edition == state.PublishedEdition, recorded, ResultUse.Of(recorded.Content, derived, new FigureUse(figure)));
            }

            if (state is { Phase: Phase.Voting or Phase.Adjusting, FiguresPosition: not null }
                && (asOf.KnownOn is not { } known || state.FrozenOn <= known)
                && await ReadableAsync(year.Year, actor, programme, asOf.Position, cancellation) is { Count: > 0 } readable)
            {
                var drawn = await facts.OfAsync(state, asOf.Position, cancellation);
                var content = drawn.Result();
                Add(
                    content, edition: null, isInForce: false, recorded: null,
                    [.. ResultUse.Of(content, drawn.Basis(), new FigureUse(figure)).Where(zone => readable.Contains(zone.Zone))]);
            }
        }

        return traces;

        void Add(ResultContent content, int? edition, bool isInForce, Scorecards? recorded, IReadOnlyList<ResultUse> uses)
        {
            if (uses.Count > 0)
            {
                traces.Add(new(
                    content.Year, edition, isInForce, recorded?.RecordedOn, content.Position,
                    [.. uses.Select(zone => Of(zone, content, edition, programme))]));
            }
        }
    }

    private async Task<HashSet<string>> ReadableAsync(
        int year, Actor actor, ProgrammeDocument programme, long position, CancellationToken cancellation)
    {
        var readable = new HashSet<string>();
        foreach (var zone in programme.ZonesIn(Period.OfYear(year)).Select(zone => zone.Code))
        {
            if (await readers.CheckAsync(year, zone, actor, position, cancellation) is null)
                readable.Add(zone);
        }

        return readable;
    }

    private static ScorecardTrace Of(ResultUse use, ResultContent content, int? edition, ProgrammeDocument programme)
    {
        var score = content.Find(use.Zone)!;
        var isScored = use.Criteria.Count > 0;
        return new(
            use.Zone, programme.FindZone(use.Zone)?.ShortName ?? new(use.Zone, use.Zone, use.Zone),
            [.. use.Criteria.Select(criterion => Criterion(score.Of(criterion)))],
            isScored ? new(Address(ScorecardAddress.Final), score.Final) : null,
            use.IsPlaced ? new(Address(ScorecardAddress.Place), score.Place?.Number) : null,
            isScored
                ? new(Address(ScorecardAddress.Grade), score.Grade, content.Scheme.Grades.FirstOrDefault(grade => grade.Id == score.Grade)?.Name)
                : null);

        CriterionTrace Criterion(NodeScore node) => new(
            Address(node.Id), node.Id, content.Scheme.Tree.SelfAndBelow().First(each => each.Id == node.Id).Name, node.Score, node.Points);

        string Address(string cell) => $"{new ScorecardAddress(content.Year, edition, use.Zone, cell)}";
    }
}
