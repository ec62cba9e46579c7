using System.Globalization;
using Ledger.Api.Assessment.Pages;
using Ledger.Api.Web;
using Ledger.Domain.Assessment.Results;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Two results side by side as the pages say it, row by row and in words.</summary>
public sealed class SayingWhatIsDifferent
{
    private static readonly DifferenceRows Rows = new(new Texts(), new(PublishedPapers.Scheme), PublishedPapers.Scheme.Rounding);

    public SayingWhatIsDifferent() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Another_figure_is_followed_from_the_metric_to_the_outcomes()
    {
        var dln = Ask(new(Figures:
        [
            new("DLN", "hte_revenue", Period.Parse("2023-Q4"), 20), new("DLN", "ent_rd_center", Period.Parse("2023-Q4"), 8),
            new("DLN", "inv_patent_granted", Period.Parse("2023-Q4"), 12),
        ]));
        var rows = Rows.Of(dln);
        rows.Select(row => row.Kind).ShouldBeInOrder();
        var said = rows.Select(row => $"{row.What}: {row.Before} → {row.After}, {row.Words}").ToList();
        said.ShouldContain("High-tech enterprises' share of operating revenue (%): 10.5 → 25, 14.5 more");
        said.ShouldContain(row => row.StartsWith("A1 ") && row.EndsWith(": 4.0000 → 8.0000, gains 4.0000 points"));
        said.ShouldContain("Final score: 50.78 → 68.31, gains 17.53 points");
        said.ShouldContain(row => row.StartsWith("bonus P4 ") && row.EndsWith(": — → +0.20, gains 0.20 points"));
        said.ShouldContain(row => row.EndsWith(": — → follows, now follows"));
        said.ShouldContain(row => row.EndsWith(": follows → —, no longer follows"));
        Rows.Sentence(dln).ShouldBe("gains 17.53 points, Fail → Pass");
        Rows.Unchanged(dln).ShouldBe("Unchanged: place.");
    }

    [Fact]
    public void Other_weights_are_said_beside_the_points()
    {
        var xlht = new WhatIf(Weights: new Dictionary<string, decimal> { ["A1"] = 7, ["D2"] = 5 }).Ask(TheYear2023.Facts).Difference!.Zones[0];
        Rows.Of(xlht).First(row => row.What.StartsWith("A1 ", StringComparison.Ordinal)).Words.ShouldBe("weighs 8 → 7, loses 0.9513 points");
        Rows.Unchanged(xlht).ShouldBe("Unchanged: place, grade, outcomes.");
    }

    private static ZoneDifference Ask(WhatIf question) => question.Ask(TheYear2023.Facts).Difference!.Zones[1];
}
