using Ledger.Domain;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Programme.Coverage;

/// <summary>Which rows are asked for; what is null admits all.</summary>
/// <param name="Section">A section with all its parts, such as 四 or 四(二).</param>
public sealed record CoverageFilter(string? Section, ClauseKind? Kind, CoverageState? State)
{
    public static CoverageFilter All { get; } = new(null, null, null);

    public bool Admits(CoverageRow row) =>
        (Section is null || row.Section.StartsWith(Section, StringComparison.Ordinal)) && (Kind is null || row.Kind == Kind) && (State is null || row.State == State);

    /// <summary>As an address says it: kind and state by their names in JSON.</summary>
    public static (CoverageFilter Filter, IReadOnlyList<Fault> Faults) Read(string? section, string? kind, string? state)
    {
        var faults = new List<Fault>();
        var filter = new CoverageFilter(string.IsNullOrEmpty(section) ? null : section, Named<ClauseKind>("/kind", kind), Named<CoverageState>("/state", state));
        return (filter, faults);

        T? Named<T>(string pointer, string? word)
            where T : struct, Enum
        {
            if (string.IsNullOrEmpty(word))
                return null;
            foreach (var value in Enum.GetValues<T>())
            {
                if (value.Word() == word)
                    return value;
            }

            faults.Add(Fault.At(pointer, "word-unknown", word, string.Join(", ", Enum.GetValues<T>().Select(value => value.Word()))));
            return null;
        }
    }
}
