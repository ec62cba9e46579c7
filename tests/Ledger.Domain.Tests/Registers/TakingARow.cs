using Ledger.Domain.Registers;

namespace Ledger.Domain.Tests.Registers;

public class TakingARow
{
    private static readonly RegisterRowTerm First = new("hte", null, new(2021, 11, 5), "GR1");
    private static readonly RegisterRowTerm Second = new("hte", null, new(2024, 11, 1), "GR2");

    [Fact]
    public void What_the_register_does_not_know_is_entered_recognised_renewed_and_ended_and_said_again_nothing_is()
    {
        var unknown = RegisterStory.Unknown.When(Row(First));
        unknown.Events.Select(@event => @event.GetType()).ShouldBe([typeof(InstitutionEntered), typeof(RecognitionGranted)]);
        var known = RegisterStory.Unknown.With([.. unknown.Events]);
        known.When(Row(First)).Events.ShouldBeEmpty();

        var renewed = known.When(Row(Second)).Events.ShouldHaveSingleItem().ShouldBeOfType<RecognitionRenewed>();
        renewed.Number.ShouldBe(1);
        known = known.With(renewed);
        known.When(Row(First)).Events.ShouldBeEmpty("an earlier term is known too");
        known.When(Row(Second)).Events.ShouldBeEmpty();

        var ended = known.When(Row(Second with { EndedFrom = new(2025, 3, 1), Cause = RecognitionEnd.Relinquished })).Events.ShouldHaveSingleItem();
        ended.ShouldBe(new RecognitionEnded(RegisterStory.Today, 1, RecognitionEnd.Relinquished, new(2025, 3, 1), "名冊"));
        known = known.With(ended);
        known.When(Row(Second with { EndedFrom = new(2025, 3, 1), Cause = RecognitionEnd.Relinquished })).Events.ShouldBeEmpty();
        known.When(Row(new("hte", null, new(2025, 6, 1), "GR3"))).Events.ShouldHaveSingleItem().ShouldBeOfType<RecognitionGranted>().Number.ShouldBe(2);
    }

    [Fact]
    public void A_row_without_a_recognition_is_about_the_institution_alone()
    {
        RegisterStory.Unknown.When(Row(term: null)).Events.ShouldHaveSingleItem().ShouldBeOfType<InstitutionEntered>();
        RegisterStory.Recognised.When(Row(term: null) with { Zone = null, Document = "" }).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_changes_nothing_that_stands()
    {
        Faults(RegisterStory.Recognised, Row(First) with { Name = "乙公司", Zone = "BYH" }).ShouldBe([("/name", "row-name-differs"), ("/zone", "row-zone-differs")]);
        Faults(RegisterStory.Recognised, Row(First with { Certificate = "GR9" })).ShouldBe([("/from", "row-term-differs")]);
        Faults(RegisterStory.Recognised, Row(First with { Until = new(2030, 1, 1) })).ShouldBe([("/from", "row-term-differs")]);
        Faults(RegisterStory.Recognised, Row(First with { EndedFrom = new(2020, 1, 1) })).ShouldBe([("/ended", "end-before-start")]);
        var renamed = RegisterStory.Recognised.With(new InstitutionRenamed(new(2023, 1, 1), "丙公司", new(2023, 1, 1), "變更"));
        renamed.When(Row(First)).Events.ShouldBeEmpty("it is known under its earlier name");
        renamed.When(Row(First) with { Name = "丙公司" }).Events.ShouldBeEmpty();
    }

    private static RegisterRow Row(RegisterRowTerm? term) => new("甲公司", "XLHT", "名冊", term);

    private static IEnumerable<(string, string)> Faults(RegisterStory story, RegisterRow row) =>
        story.When(row).Refusal.ShouldNotBeNull().Faults.Select(fault => (fault.Pointer, fault.Code));
}
