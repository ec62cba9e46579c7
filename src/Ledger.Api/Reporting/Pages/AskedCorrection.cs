using Ledger.Api.Web.Http;
using Ledger.Domain.Reporting;

namespace Ledger.Api.Reporting.Pages;

/// <summary>A correction with the value that stood when it was asked for.</summary>
public sealed record AskedCorrection(Correction Correction, decimal Stood)
{
    /// <summary>Those of a return, in their order.</summary>
    public static async Task<IReadOnlyList<AskedCorrection>> ReadAsync(
        ReturnView view, Returns returns, AsOf asOf, CancellationToken cancellation)
    {
        var asked = new List<AskedCorrection>();
        foreach (var group in view.Corrections.GroupBy(correction => correction.Series))
        {
            var history = await returns.HistoryAsync(view.Zone, group.Key, view.Period, asOf.Position, asOf.KnownOn, cancellation)
                ?? throw new InvalidOperationException($"{group.Key} has a correction and was never stated.");
            asked.AddRange(group.Select(correction => new AskedCorrection(correction, StoodAt(history, correction.Number))));
        }

        return [.. asked.OrderBy(entry => entry.Correction.Number)];
    }

    private static decimal StoodAt(FigureHistory history, int number)
    {
        var act = history.Acts.First(act => act.Act == FigureActKind.CorrectionRequested && act.Number == number);
        return history.Versions[act.Version - 1].Value;
    }
}
