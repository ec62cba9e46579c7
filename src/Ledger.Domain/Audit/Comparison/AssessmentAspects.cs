using Ledger.Domain.Assessment;
using static Ledger.Domain.Audit.Comparison.AspectWords;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>How far a year's assessment has come, what was recorded in it, and what its result says of each zone.</summary>
/// <remarks>Of interests and ballots no more than how many: whose they are, and what they say, not every reader is told (<see cref="EventSecrets"/>).</remarks>
internal static class AssessmentAspects
{
    public static IEnumerable<(Aspect Aspect, string? Text)> Of(AssessmentYear state)
    {
        if (state.Phase == Phase.None)
            yield break;
        var year = Text(state.Year);
        yield return (Is("phase"), state.Phase.Word());
        yield return (Is("scheme"), FormattableString.Invariant($"{state.Scheme}/{state.SchemeVersion}"));
        yield return (Is("figures"), state.FiguresPosition is { } position ? FormattableString.Invariant($"@{position}") : null);
        yield return (Is("edition"), state.Latest is { } latest ? Text(latest.Edition) : null);
        yield return (Is("published"), state.PublishedEdition is { } published ? Text(published) : null);
        yield return (Is("declarations"), state.Declarations.IsEmpty ? null : Text(state.Declarations.Count));
        yield return (Is("ballots_sealed"), state.Sealed.IsEmpty ? null : Text(state.Sealed.Count));
        yield return (Is("ballots_opened"), state.Opened.IsEmpty ? null : Text(state.Opened.Count));
        foreach (var adjustment in state.Adjustments)
        {
            yield return (Is("adjustment", adjustment.Number), $"{adjustment.Zone} {adjustment.Item} × {Text(adjustment.Count)}");
            yield return (Is("adjustment_lifted", adjustment.Number), adjustment.Lifted?.Reason);
        }

        foreach (var veto in state.Vetoes)
        {
            yield return (Is("veto", veto.Number), $"{veto.Zone} {veto.Item}");
            yield return (Is("veto_lifted", veto.Number), veto.Lifted?.Reason);
        }

        foreach (var appeal in state.Appeals)
            yield return (Is("appeal", appeal.Number), appeal.Decision is { } decision ? decision.Upheld ? "upheld" : "dismissed" : "lodged");
        foreach (var outcome in state.Outcomes)
        {
            yield return (Is("outcome", outcome.Decision.Number), outcome.State.Word());
            yield return (Is("outcome_report", outcome.Decision.Number), outcome.Reports.LastOrDefault()?.Text);
        }

        foreach (var zone in (state.Published ?? state.Latest)?.Content.Zones ?? [])
        {
            yield return (new(MatterKind.Grade, $"{year}/{zone.Zone}", "grade"), zone.Grade);
            yield return (new(MatterKind.Grade, $"{year}/{zone.Zone}", "score"), zone.Final is { } score ? Text(score) : null);
            yield return (new(MatterKind.Grade, $"{year}/{zone.Zone}", "place"), zone.Place is { } place ? Text(place.Number) : null);
        }

        Aspect Is(params ReadOnlySpan<object> name) => new(MatterKind.Assessment, year, Name(name));
    }
}
