using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Transparency;

/// <summary>The checks that the ledger made of itself, the last one last. What they found is part of the history that they checked.</summary>
public sealed record HistoryChecks(ImmutableList<HistoryCheckRecord> Checks)
{
    /// <summary>How many are looked back on.</summary>
    private const int Kept = 400;

    public static EventStream<HistoryChecks, HistoryChecked> Stream { get; } = new("log/checks", new HistoryChecks([]), Evolve);

    public HistoryCheckRecord? Last => Checks.IsEmpty ? null : Checks[^1];

    private static HistoryChecks Evolve(HistoryChecks state, Recorded<HistoryChecked> recorded)
    {
        var checks = state.Checks.Add(new(recorded.Event, recorded.Provenance));
        return new(checks.Count > Kept ? checks.RemoveAt(0) : checks);
    }
}

public sealed record HistoryCheckRecord(HistoryChecked Found, Provenance Provenance);

/// <summary>The whole history was verified. Names and properties are the storage format.</summary>
/// <param name="Entries">How many there were.</param>
/// <param name="Root">Of the tree over them, base64.</param>
/// <param name="Checkpoints">How many were signed by the log's key and agree.</param>
/// <param name="Notices">Editions that were drawn again from the entries.</param>
/// <param name="Results">Results that were worked out again.</param>
/// <param name="Divergences">The first of what did not hold; none when everything did.</param>
public sealed record HistoryChecked(
    LocalDate On, long Entries, string Root, int Checkpoints, int Notices, int Results, IReadOnlyList<CheckedDivergence> Divergences)
{
    public bool Holds() => Divergences.Count == 0;
}

/// <param name="Class">Its kind, the exit code of <c>verify</c>.</param>
/// <param name="Code">What it is, in a code with words in every language, which <paramref name="Arguments"/> fill in.</param>
/// <param name="Position">Of the first record that it is about.</param>
public sealed record CheckedDivergence(int Class, string Code, long? Position, IReadOnlyList<string> Arguments);
