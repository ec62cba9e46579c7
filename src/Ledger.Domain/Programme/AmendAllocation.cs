using Ledger.Domain.Access;
using Ledger.Domain.Programme.Validation;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>The secretary shares a target out to the zones anew, as the joint conference decided, once it was shown what that does to them.</summary>
/// <remarks>
/// What was decided is no assumption any more: those that set the parts let go of them, also where the parts stay as they were. Refuses with <c>not-allowed</c>, <c>programme-missing</c>,
/// <c>allocation-subject-unknown</c>, <c>effect-not-confirmed</c>, a date rule, <c>request-at-fault</c>: <c>code-unknown</c>,
/// <c>allocation-not-whole</c>, <c>allocation-incomplete</c>, <c>allocation-difference</c>; or <c>programme-faulty</c>.
/// </remarks>
/// <param name="Subject">The code or the id of an indicator that is shared out, or of a combined target.</param>
/// <param name="Parts">By zone, every zone.</param>
/// <param name="Difference">By how much the parts are meant to exceed the league's target, or, below zero, to fall short of it; null: not at all.</param>
/// <param name="Basis">The paper of the decision.</param>
/// <param name="Confirmed">The hash of the effect that was shown.</param>
public sealed record AmendAllocation(
    string Subject, IReadOnlyDictionary<string, decimal> Parts, decimal? Difference, Basis Basis, string? Confirmed, LocalDate? On = null)
{
    /// <param name="effectHash">Of the effect as it is now; what a person confirms.</param>
    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, string effectHash, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.AdoptProgramme) is { } notAllowed)
            return notAllowed;
        if (state.InForce is not { Document: var document })
            return Refusal.Of(RefusalKind.NotFound, "programme-missing");
        if (SharedTarget.Find(document, Subject) is not { } shared)
        {
            return Refusal.Of(
                RefusalKind.NotFound, "allocation-subject-unknown", Subject, string.Join(", ", SharedTarget.Of(document).Select(known => known.Code)));
        }

        if (RequestFaults.Any(Faults(document, shared)) is { } faults)
            return faults;
        var decision = new AdoptProgramme(To(document), Basis, On).Decide(state, actor, today);
        return decision.Refusal is null && decision.Events.Count > 0 && Confirmed != effectHash
            ? Refusal.Of(RefusalKind.Conflict, "effect-not-confirmed", effectHash)
            : decision;
    }

    /// <summary>The document as it would be; the same where it shares out no such target.</summary>
    public ProgrammeDocument To(ProgrammeDocument document)
    {
        if (SharedTarget.Find(document, Subject) is not { } shared || Faults(document, shared).Any(fault => fault.Pointer != "/difference"))
            return document;
        var parts = document.Zones.ToDictionary(zone => zone.Code, zone => Parts[zone.Code]);
        if (parts.All(part => shared.Parts.GetValueOrDefault(part.Key) == part.Value) && !document.Assumptions.Any(assumption => assumption.Governs.Any(IsInside)))
            return document;
        var others = document.AllocationMargins.Where(margin => margin.Subject != shared.Code);
        return document with
        {
            Indicators = [.. document.Indicators.Select(indicator => indicator.Code == shared.Code ? indicator with { Allocation = parts } : indicator)],
            CombinedTargets = [.. document.CombinedTargets.Select(combined => combined.Code == shared.Code ? combined with { Allocation = parts } : combined)],
            AllocationMargins = [.. others, .. parts.Values.Sum() - shared.Target is var margin and not 0 ? [new AllocationMargin(shared.Code, margin)] : Array.Empty<AllocationMargin>()],
            Assumptions =
            [
                .. document.Assumptions.Select(assumption => assumption.Governs.Any(IsInside)
                    ? assumption with { Governs = [.. assumption.Governs.Where(pointer => !IsInside(pointer))] }
                    : assumption),
            ],
        };

        bool IsInside(string pointer) => pointer == shared.Pointer || pointer.StartsWith($"{shared.Pointer}/", StringComparison.Ordinal);
    }

    private IEnumerable<Fault> Faults(ProgrammeDocument document, SharedTarget shared)
    {
        foreach (var (zone, part) in Parts)
        {
            if (document.FindZone(zone) is null)
                yield return Fault.At($"/parts/{DocumentNode.Escape(zone)}", "code-unknown", zone);
            else if (part < 0 || part > IndicatorChecks.LargestTarget || part != decimal.Truncate(part))
                yield return Fault.At($"/parts/{zone}", "allocation-not-whole", part);
        }

        foreach (var zone in document.Zones.Where(zone => !Parts.ContainsKey(zone.Code)))
            yield return Fault.At("/parts", "allocation-incomplete", zone.Code);
        var sum = Parts.Values.Where(part => Math.Abs(part) <= IndicatorChecks.LargestTarget).Sum();
        if (sum - shared.Target != (Difference ?? 0))
            yield return Fault.At("/difference", "allocation-difference", sum, shared.Target, sum - shared.Target);
    }
}
