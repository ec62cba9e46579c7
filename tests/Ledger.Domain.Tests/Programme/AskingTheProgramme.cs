using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Programme;

public class AskingTheProgramme
{
    private static readonly ProgrammeDocument Programme = SoundProgramme.Document;

    [Fact]
    public void Finds_its_parts_by_code()
    {
        Programme.FindZone("BYH")!.Code.ShouldBe("BYH");
        Programme.FindZone("SNT").ShouldBeNull();
        Programme.FindSeries("key_lab")!.Id.ShouldBe("S11");
        Programme.FindIndicator("hte_revenue_share").ShouldBe(Programme.FindIndicator("Q02"));
        Programme.FindBaseline("LEAGUE", "hte_revenue_share")!.Value.ShouldBe(9);
        Programme.FindBaseline("BYH", "hte_revenue_share").ShouldBeNull();
        Programme.CombinedTargetOf(Programme.FindIndicator("incubator")!)!.Id.ShouldBe("Q09+Q11");
    }

    [Fact]
    public void A_changed_copy_answers_for_itself()
    {
        Programme.FindZone("SNT").ShouldBeNull();
        (Programme with { Zones = [SoundProgramme.Zone("SNT")] }).FindZone("SNT").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2023-07-19", "銀保監分局")]
    [InlineData("2023-07-20", "金融監管分局")]
    [InlineData("2030-01-01", "金融監管分局")]
    public void Calls_an_organisation_by_the_name_it_bears_that_day(string day, string name) =>
        Programme.OrganisationName("CBIRC", NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value)!.ZhHant.ShouldBe(name);

    [Fact]
    public void Calls_an_abolished_organisation_by_its_last_name()
    {
        var abolished = Programme with
        {
            Organisations = Programme.Organisations.Put(6, name => name with { Until = new LocalDate(2024, 12, 31) }),
        };
        abolished.OrganisationName("CBIRC", new(2025, 6, 1))!.ZhHant.ShouldBe("金融監管分局");
        abolished.OrganisationName("NOBODY", new(2025, 6, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("2023-Q2", "2023-07-15T09:00:00Z")]
    [InlineData("2023-Q3", "2023-10-20T09:00:00Z")]
    [InlineData("2022", "2023-03-31T09:00:00Z")]
    [InlineData("2023", "2024-03-31T09:00:00Z")]
    public void Says_when_a_return_is_due_whatever_the_year_and_the_extension(string period, string dueAt) =>
        Programme.DueAt(Period.Parse(period)).ShouldBe(NodaTime.Text.InstantPattern.General.Parse(dueAt).Value);

    [Fact]
    public void Lists_what_is_due_when()
    {
        Programme.Periods().Count.ShouldBe(25);
        Programme.Periods().ShouldBeInOrder();
        Programme.DueSeries(Period.Parse("2023")).Select(series => series.Code).ShouldBe(["sei_count", "grp"]);
        Programme.DueSeries(Period.Parse("2023-Q1")).Select(series => series.Code).ShouldNotContain("sei_count");
        Programme.Covers(Period.Parse("2025")).ShouldBeTrue();
        Programme.Covers(Period.Parse("2026-Q1")).ShouldBeFalse();
        Programme.FindSeries("grp")!.IsPreliminaryIn(Period.Parse("2023-Q1")).ShouldBeTrue();
        Programme.FindSeries("grp")!.IsPreliminaryIn(Period.Parse("2023")).ShouldBeFalse();
        Programme.FindSeries("op_revenue")!.IsPreliminaryIn(Period.Parse("2023-Q1")).ShouldBeFalse();
    }

    [Fact]
    public void Knows_which_indicators_are_settled_once_a_year() =>
        Programme.Indicators.Where(Programme.IsAnnual).Select(indicator => indicator.Code).ShouldBe(["sei_count"]);

    [Theory]
    [InlineData("/indicators/0/trajectory/kind", "A-18")]
    [InlineData("/indicators/0", "A-18")]
    [InlineData("/indicators/1/allocation/XLHT", "A-22")]
    public void Names_the_assumptions_behind_a_value(string pointer, string assumption) =>
        Programme.AssumptionsAt(pointer).Select(found => found.Id).ShouldBe([assumption]);

    [Fact]
    public void Does_not_take_one_number_for_another_that_begins_alike() =>
        Programme.AssumptionsAt("/indicators/10").ShouldBeEmpty();
}
