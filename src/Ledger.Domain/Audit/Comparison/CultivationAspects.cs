using Ledger.Domain.Cultivation;
using static Ledger.Domain.Audit.Comparison.AspectWords;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>How far a zone has come and on what terms, what was found of each condition, and the conditions as they are worded.</summary>
internal static class CultivationAspects
{
    public static IEnumerable<(Aspect Aspect, string? Text)> Of(CultivatedZone state)
    {
        yield return (Is("stage"), state.Stage is { } stage ? Word(stage) : null);
        yield return (Is("stage_despite"), state.Course is [.., var last] ? last.Despite?.Reason : null);
        if (state.Selection is { } selection)
        {
            yield return (Is("track"), Word(selection.Track));
            yield return (Is("zone_goal"), Word(selection.GoalCode));
            yield return (Is("goal"), selection.Goal);
            yield return (Is("commitment"), Word(selection.Commitment));
        }

        foreach (var (index, step) in state.Course.Index())
            yield return (Is("step", index + 1), $"{Text(step.On)} {Word(step.Stage)}");
        foreach (var finding in state.Findings.Values)
        {
            yield return (Is("finding", finding.Criterion), Word(finding.Finding));
            yield return (Is("finding_wording", finding.Criterion), Text(finding.Wording));
            yield return (Is("finding_value", finding.Criterion), finding.Value);
            yield return (Is("finding_text", finding.Criterion), finding.Text);
            yield return (Is("finding_review", finding.Criterion), Word(finding.Review));
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
