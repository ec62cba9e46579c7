using Ledger.Api.Measures;
using Ledger.Api.Web.Http;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Api.Programme;

/// <summary>How the league's targets are shared out to the zones, and where the plan contradicts itself, as of any moment.</summary>
public sealed class Allocations(Programmes programmes, Standings standings)
{
    /// <summary>The entries of the programme under which its contradictions of growth and of counts are listed.</summary>
    private static readonly string[] Contradictions = ["U-2", "U-3"];

    /// <summary>As the plan has it, in the task that wants it.</summary>
    private const string DoublingWords = "雙倍增";

    /// <exception cref="RefusedRequestException"><c>programme-missing</c>.</exception>
    public async Task<AllocationBoard> BoardAsync(AsOf asOf, CancellationToken cancellation)
    {
        var inForce = await programmes.InForceAsync(asOf.Position, cancellation);
        var versions = await programmes.VersionsAsync(asOf.Position, cancellation);
        return new(
            inForce.Number,
            [
                .. SharedTarget.Of(inForce.Document).Select(shared => new AllocationRow(
                    shared.Code, shared.Id, shared.Name, shared.Unit, shared.Target, shared.Parts, shared.Sum, shared.Difference,
                    [.. inForce.Document.AssumptionsAt(shared.Pointer).Select(assumption => assumption.Id)], History(versions, shared.Code))),
            ]);
    }

    /// <exception cref="RefusedRequestException"><c>programme-missing</c>.</exception>
    public async Task<ConflictBoard> ConflictsAsync(AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        var standing = await standings.ReadAsync(programme, asked: null, asOf, cancellation);
        return new(
            standing.Period,
            [
                .. programme.Ambiguities.Where(ambiguity => Contradictions.Contains(ambiguity.Id)).Select(ambiguity => new Conflict(
                    ambiguity.Id, ambiguity.Title, ambiguity.Text,
                    [.. ambiguity.Concerns.Select(programme.FindIndicator).OfType<Indicator>().SelectMany(indicator => Sides(standing, indicator))])),
            ]);
    }

    private static List<AllocationStep> History(IReadOnlyList<ProgrammeVersion> versions, string subject)
    {
        var steps = new List<AllocationStep>();
        foreach (var version in versions)
        {
            if (SharedTarget.Find(version.Document, subject) is { } shared
                && (steps.Count == 0 || !shared.Parts.OrderBy(part => part.Key, StringComparer.Ordinal)
                    .SequenceEqual(steps[^1].Parts.OrderBy(part => part.Key, StringComparer.Ordinal))))
            {
                steps.Add(new(
                    version.Number, version.On, version.Basis, version.Provenance.Decision, version.Provenance.Actor.Officer, version.Provenance.Actor.Organisation,
                    version.Provenance.Position, shared.Parts, shared.Difference));
            }
        }

        steps.Reverse();
        return steps;
    }

    private static IEnumerable<ConflictSide> Sides(Standing standing, Indicator indicator)
    {
        var programme = standing.Programme;
        var places = PrintedPlaces.Of(programme, indicator);
        var reading = standing.Period is { } period ? standing.Read(indicator.Code, Zone.League, period) : null;
        yield return new(
            indicator.Code, indicator.Id, indicator.Name, programme.FindSeries(indicator.Measure.Numerator)!.Unit, indicator.Clause, indicator.Section,
            new(indicator.Target.Value, indicator.Target.Period, Times: null), Printed(reading?.Value, places.Value), Printed(reading?.Target, places.Target),
            Printed(reading?.Attainment, places.Attainment), Printed(reading?.YearlyGrowth, places.YearlyGrowth), reading?.Verdict);
        if (indicator.Trajectory.Kind != TrajectoryKind.Growth || programme.Tasks.FirstOrDefault(task => task.Text.Contains(DoublingWords, StringComparison.Ordinal)) is not { } task)
            yield break;
        var doubling = standing.Period is { } at ? Doubling.Of(standing.Yardstick, indicator, Zone.League, at) : null;
        var series = programme.FindSeries(indicator.Measure.Numerator)!;
        yield return new(
            Indicator: null, task.Id, series.Name, series.Unit, SentenceOf(task.Text), task.Section,
            new(doubling?.Goal.Exact?.Round(series.Places), PeriodSemantics.ByLastYear, Times: 2), Printed(doubling?.Value, places.Value), Target: null,
            Printed(doubling?.Attainment, places.Attainment), YearlyGrowth: null, Verdict: null);
    }

    private static string SentenceOf(string text) =>
        text.Split('。', ',', ';').First(part => part.Contains(DoublingWords, StringComparison.Ordinal));

    private static decimal? Printed(Derivation? derivation, int places) => derivation?.Exact?.Round(places);
}
