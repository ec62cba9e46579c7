using Ledger.Domain;
using Ledger.Domain.Measures;

namespace Ledger.Api.Cultivation.Pages;

/// <summary>A quarter in the story of a series.</summary>
/// <param name="Value">Year to date for a flow, at the quarter's end for a stock.</param>
public sealed record StoryPoint(Period Period, SeriesReading Reading, decimal? Value);
