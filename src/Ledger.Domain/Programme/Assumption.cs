namespace Ledger.Domain.Programme;

/// <summary>What the plan does not say and we assume, under a number, editable by amendment.</summary>
/// <param name="Id">Such as <c>A-18</c>.</param>
/// <param name="Governs">RFC 6901 pointers into this document, whose values are what the assumption sets; empty: a reading only.</param>
public sealed record Assumption(string Id, Name Title, Name Text, IReadOnlyList<string> Governs);

/// <summary>Which assumptions set what.</summary>
public static class AssumptionPlaces
{
    /// <summary>Those that set this value, or one inside or around it.</summary>
    /// <param name="pointer">An RFC 6901 pointer into the document that the assumptions are of.</param>
    public static IEnumerable<Assumption> At(this IEnumerable<Assumption> assumptions, string pointer) =>
        assumptions.Where(assumption => assumption.Governs.Any(governed => Inside(governed, pointer) || Inside(pointer, governed)));

    private static bool Inside(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '/');
}

/// <param name="Id">Such as <c>U-1</c>.</param>
/// <param name="Concerns">Codes of indicators, zones or series, or ids of tasks and safeguards.</param>
public sealed record Ambiguity(string Id, Name Title, Name Text, IReadOnlyList<string> Concerns);
