using Ledger.Api.Tests.Assessment;
using Ledger.Domain;
using Ledger.Domain.Audit.Revisions;
using Ledger.Domain.Measures;
using Ledger.Domain.Reporting;

namespace Ledger.Api.Tests.Audit;

/// <summary>Whether a published result would have been another with the first value of a figure.</summary>
public class ChangingAGrade
{
    // The worked example: XLHT scores 86.65, eight points of it for its 92 patents.
    [Fact]
    public void With_one_patent_at_first_the_grade_would_have_been_a_lower_one()
    {
        var changed = Of(first: 1).Grades.ShouldHaveSingleItem();
        (changed.Year, changed.Zone, changed.IsOfGrade).ShouldBe((2023, "XLHT", true));
        (changed.First!.Grade, changed.Latest!.Grade, changed.Latest.Score).ShouldBe(("pass", "good", 86.65m));
    }

    [Fact]
    public void With_one_patent_less_at_first_nothing_would_have_been_different() => Of(first: 91).Grades.ShouldBeEmpty();

    private static Consequence Of(decimal first)
    {
        var facts = TheYear2023.Facts;
        var standing = facts.Accepted.Find("XLHT", "inv_patent_granted", Period.Parse("2023-Q4")).ShouldNotBeNull();
        var figure = new FigureReleases("XLHT", standing.Series, standing.Period,
        [
            new(1, first, Kind: null, Reason: null, standing.KnownOn, default, 1, PublishedBy: null),
            new(2, standing.Value, CorrectionKind.Error, "漏報", standing.KnownOn, default, 2, PublishedBy: null),
        ]);
        return new Consequences(new Yardstick(facts.Programme, facts.Accepted), [facts]).Of(figure).ShouldNotBeNull();
    }
}
