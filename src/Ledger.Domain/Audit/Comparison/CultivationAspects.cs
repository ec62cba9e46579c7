using Ledger.Domain.Cultivation;
using static Ledger.Domain.Audit.Comparison.AspectWords;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>How far a zone has come and on what terms, what was found of each condition, and the conditions as they are worded.</summary>
internal static class CultivationAspects
{
    public static IEnumerable<(Aspect Aspect, string? Text)> Of(CultivatedZone state)
    {
        yield return (Is("stage"), state.Stage?.Word());
        yield return (Is("stage_despite"), state.Course is [.., var last] ? last.Despite?.Reason : null);
        if (state.Selection is { } selection)
        {
            yield return (Is("track"), selection.Track.Word());
            yield return (Is("zone_goal"), selection.GoalCode.Word());
            yield return (Is("goal"), selection.Goal);
            yield return (Is("commitment"), selection.Commitment.Word());
        }

        foreach (var (index, step) in state.Course.Index())
            yield return (Is("step", index + 1), $"{Text(step.On)} {step.Stage.Word()}");
        foreach (var finding in state.Findings.Values)
        {
            yield return (Is("finding", finding.Criterion), finding.Finding.Word());
            yield return (Is("finding_wording", finding.Criterion), Text(finding.Wording));
            yield return (Is("finding_value", finding.Criterion), finding.Value);
            yield return (Is("finding_text", finding.Criterion), finding.Text);
            yield return (Is("finding_review", finding.Criterion), finding.Review.Word());
        }

        Aspect Is(params ReadOnlySpan<object> name) => new(MatterKind.Zone, state.Zone, Name(name));
    }

    public static IEnumerable<(Aspect Aspect, string? Text)> Of(Eligibility state)
    {
        foreach (var (number, _, terms, _) in state.Criteria.Values)
        {
            yield return (Is("title"), terms.Title);
            yield return (Is("text"), terms.Text);
            yield return (Is("threshold"), terms.Threshold);
            yield return (Is("source"), string.Join(' ', new[] { terms.Source, terms.DocumentNumber, terms.Article }.OfType<string>()));

            Aspect Is(string name) => new(MatterKind.Condition, Text(number), name);
        }
    }
}
