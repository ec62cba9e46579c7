namespace Ledger.Domain.Programme;

/// <summary>One of the fourteen key tasks, or of the three safeguards.</summary>
/// <param name="Id">Such as <c>T2.1</c> or <c>S3</c>.</param>
/// <param name="Section">Such as 四(二)1.</param>
/// <param name="Text">Verbatim, without the responsible units.</param>
/// <param name="UnitsText">The responsible units as the plan writes them, verbatim.</param>
/// <param name="Units">Organisation codes in the plan's order.</param>
/// <param name="Indicators">Codes of the targets that the task carries.</param>
public sealed record KeyTask(
    string Id, string Section, Name Title, string Text, string UnitsText, IReadOnlyList<string> Units,
    IReadOnlyList<Name> Deliverables, IReadOnlyList<string> Indicators)
{
    /// <summary>The plan's words for each of <see cref="Deliverables"/>, verbatim; none in programmes that were adopted before they were quoted.</summary>
    public IReadOnlyList<string> DeliverableClauses { get; init; } = [];

    /// <summary>What its reports count; none in programmes that were adopted before there were any.</summary>
    public IReadOnlyList<ResultKind> Results { get; init; } = [];
}
