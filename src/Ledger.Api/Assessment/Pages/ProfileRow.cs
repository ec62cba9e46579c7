namespace Ledger.Api.Assessment.Pages;

/// <summary>A line of a zone's profile; scores from 0 to 100, null where there is none.</summary>
/// <param name="Label">Short enough to stand beside the drawing: the node's id.</param>
public sealed record ProfileRow(string Label, bool IsDimension, decimal? Score, decimal? LastYear, decimal? Median);
