using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using Ledger.Domain.Tests.Measures;

namespace Ledger.Domain.Tests.Notices;

public class SupersedingANotice
{
    private static readonly NoticeStory Corrected = NoticeStory.Issued with
    {
        League = League.Autumn2023.Corrected("BYH", "2023-Q3", "op_revenue", 91.00m, "漏報一戶企業", new(2023, 10, 16)),
    };

    [Fact]
    public void Makes_a_new_edition_that_says_what_it_changes()
    {
        var superseded = Corrected.When(new SupersedeNotice("白音華更正三季度營業收入")).Then<NoticeSuperseded>();
        (superseded.Edition, superseded.Number.Text).ShouldBe((2, "錫盟科通報〔2023〕2號"));
        Changed(superseded, "2023-Q3.op_revenue.BYH.amount").ShouldBe("90.00 → 91.00");
        Changed(superseded, "2023-Q3.op_revenue.BYH.growth").ShouldBe("12.5 → 13.8");
        Changed(superseded, "2023-Q3.op_revenue.CJCY.growth_rank").ShouldBe("1 → 2");
        Changed(superseded, "2023-Q3.op_revenue.LEAGUE.growth").ShouldBe("7.5 → 7.8");
        superseded.Changes.ShouldNotContain(change => change.Id == "2023-Q3.op_revenue.XLHT.growth");
        superseded.OtherChanges.ShouldContain(change => change.What == "red.CJCY" && change.After == null);
        superseded.OtherChanges.ShouldContain(change => change.What == "correction.BYH.2023-Q3.1" && change.Before == null);
    }

    [Fact]
    public void Leaves_the_edition_before_as_it_was()
    {
        var after = Corrected.When(new SupersedeNotice("更正")).Then();
        after.State.Editions.Select(edition => edition.Number).ShouldBe([1, 2]);
        after.State.Editions[0].ShouldBe(NoticeStory.Issued.State.Editions[0]);
        after.State.InForce!.Superseding!.Reason.ShouldBe("更正");
        after.State.InForce.Reference.DocumentNumber.ShouldBe("錫盟科通報〔2023〕2號");
    }

    [Fact]
    public void Twice_changes_nothing() => Corrected.When(new SupersedeNotice("更正")).Then().When(new SupersedeNotice("更正")).ThenNothing();

    [Fact]
    public void Is_refused_where_nothing_reads_otherwise() =>
        (NoticeStory.Issued with { League = League.Autumn2023.Submitted("BYH", "2023-Q4", 5, ("op_revenue", 120m)) })
            .When(new SupersedeNotice("更正")).ThenRefused("nothing-changed", RefusalKind.Conflict);

    [Fact]
    public void Is_refused_where_none_was_issued() =>
        NoticeStory.Untouched.When(new SupersedeNotice("更正")).ThenRefused("notice-not-issued", RefusalKind.NotFound);

    [Theory]
    [InlineData(" ", "text-required")]
    [InlineData(null, "text-too-long")]
    public void Needs_a_reason(string? reason, string fault) =>
        Corrected.When(new SupersedeNotice(reason ?? new string('更', SupersedeNotice.LongestReason + 1)))
            .ThenRefused("request-at-fault", RefusalKind.Invalid).Faults.Select(each => (each.Pointer, each.Code)).ShouldBe([("/reason", fault)]);

    [Fact]
    public void Is_the_secretarys_alone() =>
        Corrected.When(new SupersedeNotice("更正"), new Actor("stat", "STAT", Role.Reviewer)).ThenRefused("not-allowed", RefusalKind.NotAllowed);

    /// <summary>The first edition is of 20 October, the correction was approved on the 19th.</summary>
    [Fact]
    public void Is_not_dated_before_what_it_takes_the_place_of() =>
        Corrected.When(new SupersedeNotice("更正", On: new(2023, 10, 19))).ThenRefused("date-before-previous", RefusalKind.Conflict);

    [Fact]
    public void Takes_a_number_of_its_own() =>
        Corrected.When(new SupersedeNotice("更正", "錫盟科通報〔2023〕1號")).ThenRefused("document-number-taken", RefusalKind.Conflict);

    private static string Changed(NoticeSuperseded superseded, string cell)
    {
        var change = superseded.Changes.Single(each => each.Id == cell);
        return $"{change.Before!.Value!.Value.Text()} → {change.After!.Value!.Value.Text()}";
    }
}
