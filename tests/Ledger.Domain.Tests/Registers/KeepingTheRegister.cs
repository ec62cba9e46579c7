using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Domain.Tests.Registers;

public class KeepingTheRegister
{
    private static readonly LocalDate Recognised = new(2021, 11, 5);

    [Fact]
    public void A_certificate_of_5_November_2021_counts_on_its_last_day_three_years_later_and_not_on_the_next()
    {
        var granted = RegisterStory.Entered.When(new GrantRecognition("hte", null, Recognised, "公告", "GR1", On: new(2021, 11, 20)))
            .Events.ShouldHaveSingleItem().ShouldBeOfType<RecognitionGranted>();
        var story = RegisterStory.Entered.With(granted);
        story.On(new(2021, 11, 4)).ShouldBeEmpty();
        story.On(Recognised).ShouldHaveSingleItem().Zone.ShouldBe("XLHT");
        story.On(new(2024, 11, 4)).ShouldHaveSingleItem();
        story.On(new(2024, 11, 5)).ShouldHaveSingleItem("the corresponding day is the last one (A-32)");
        story.On(new(2024, 11, 6)).ShouldBeEmpty();

        var renewed = story.With([.. story.When(new RenewRecognition(1, new(2024, 11, 1), "公告", "GR2", On: new(2024, 12, 1))).Events]);
        renewed.On(new(2024, 11, 6)).ShouldHaveSingleItem();
        InstitutionSpans.Of(renewed.State).Standings.ShouldHaveSingleItem("one stretch, not two").To.ShouldBe(new LocalDate(2027, 11, 2));
    }

    [Fact]
    public void A_term_that_began_on_a_leap_day_ends_with_February() =>
        RegisterStory.Entered.When(new GrantRecognition("hte", null, new(2024, 2, 29), "公告")).Events
            .ShouldHaveSingleItem().ShouldBeOfType<RecognitionGranted>().Until.ShouldBe(new LocalDate(2027, 2, 28));

    [Fact]
    public void It_counts_in_the_zone_where_it_lies_and_nowhere_once_it_is_withdrawn_closed_or_struck()
    {
        var moved = RegisterStory.Recognised.With(new InstitutionMoved(new(2023, 2, 1), "BYH", new(2023, 1, 15), "變更"));
        moved.On(new(2023, 1, 14)).Single().Zone.ShouldBe("XLHT");
        moved.On(new(2023, 1, 15)).Single().Zone.ShouldBe("BYH");
        InstitutionSpans.Of(moved.State).Firsts.Single().ShouldBe(new("hte", null, "XLHT", Recognised), "new in the zone of that day");

        RegisterStory.Recognised.With(new RecognitionEnded(new(2023, 5, 1), 1, RecognitionEnd.Withdrawn, new(2023, 4, 1), "撤銷")).On(new(2023, 4, 1)).ShouldBeEmpty();
        RegisterStory.Recognised.With(new InstitutionClosed(new(2023, 5, 1), new(2023, 4, 1), "註銷")).On(new(2023, 4, 1)).ShouldBeEmpty();
        RegisterStory.Recognised.With(new InstitutionMoved(new(2023, 5, 1), null, new(2023, 4, 1), "遷出")).On(new(2023, 4, 1)).ShouldBeEmpty();
        var struck = RegisterStory.Recognised.With(new RecognitionStruck(new(2023, 5, 1), 1, "誤錄"));
        struck.On(new(2022, 1, 1)).ShouldBeEmpty();
        InstitutionSpans.Of(struck.State).Firsts.ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_recognitions_of_a_kind_the_later_granted_counts_and_when_it_ends_the_earlier_again()
    {
        var story = RegisterStory.Entered.With(
            new RecognitionGranted(new(2022, 1, 1), 1, "incubator", "region", null, new(2022, 1, 1), null, "文件"),
            new RecognitionGranted(new(2023, 1, 1), 2, "incubator", "national", null, new(2023, 1, 1), new(2023, 12, 31), "文件"));
        story.On(new(2022, 6, 1)).Single().Level.ShouldBe("region");
        story.On(new(2023, 6, 1)).Single().Level.ShouldBe("national");
        story.On(new(2024, 1, 1)).Single().Level.ShouldBe("region");
        InstitutionSpans.Of(story.State).Firsts.Select(first => (first.Level, first.Day.Year)).ShouldBe([("region", 2022), ("national", 2023)]);
    }

    [Fact]
    public void What_is_so_already_is_accepted_and_recorded_once()
    {
        RegisterStory.Entered.When(new EnterInstitution("甲公司", "XLHT", "名冊")).Events.ShouldBeEmpty();
        RegisterStory.Recognised.When(new GrantRecognition("hte", null, Recognised, "公告", "GR1")).Events.ShouldBeEmpty();
    }
}
