using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Programme.Coverage;

/// <summary>The plan clause by clause, with what serves each.</summary>
/// <param name="ProgrammeVersion">In force at the moment; whose clauses these are.</param>
/// <param name="Counts">Of all rows, filtered or not.</param>
/// <param name="Rows">In the plan's order.</param>
public sealed record CoverageView(int ProgrammeVersion, CoverageCounts Counts, IReadOnlyList<CoverageRow> Rows);

public sealed record CoverageCounts(int Recorded, int Awaiting, int Silent);

/// <param name="Id">Stable, such as <c>Q05</c>, <c>T2.3.d1</c> or <c>T2.3.STB</c>.</param>
/// <param name="Text">Verbatim, in traditional Chinese whatever the reader's language.</param>
/// <param name="Gloss">What it is in the reader's language, or what the plan does not say; null: nothing to add.</param>
/// <param name="Servers">What in the ledger serves it; none only where the plan itself is silent.</param>
/// <param name="Latest">The latest fact among them; null: none is recorded yet.</param>
public sealed record CoverageRow(
    string Id, string Section, ClauseKind Kind, string Text, string? Gloss, CoverageState State, IReadOnlyList<ClauseServer> Servers, ClauseFact? Latest);

/// <param name="Name">In the reader's language.</param>
public sealed record ClauseServer(string Name, string Page, string Api);

public enum CoverageState
{
    /// <summary>There is a fact.</summary>
    Recorded,

    /// <summary>It has its place, and nothing is recorded there yet.</summary>
    Awaiting,

    /// <summary>The plan does not say it.</summary>
    Silent,
}
