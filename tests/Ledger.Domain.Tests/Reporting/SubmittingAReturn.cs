using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Reporting;

public class SubmittingAReturn
{
    private static readonly ReturnStory Jumped = ReturnStory.Reported with { History = Past.Of(("op_revenue", "2022-Q2", 60m)) };

    [Fact]
    public void Records_the_signatories()
    {
        ReturnStory.Reported.Submits().Then<ReturnSubmitted>().Signatories.ShouldBe(ReturnStory.Signed);
        ReturnStory.Submitted.State.State.ShouldBe(ReturnState.Submitted);
    }

    [Fact]
    public void Changes_nothing_the_second_time() => ReturnStory.Submitted.Submits().ThenNothing();

    [Fact]
    public void Is_done_again_after_being_sent_back() => ReturnStory.SentBack.Submits().Then<ReturnSubmitted>();

    [Fact]
    public void Needs_a_signatory() =>
        ReturnStory.Reported.Submits(new SubmitReturn([], [])).ThenFaults(
            "request-at-fault", RefusalKind.Invalid, ("/signatories", "signatories-missing"));

    [Fact]
    public void Needs_every_signatory_s_role_and_name() =>
        ReturnStory.Reported.Submits(new SubmitReturn([new("填報人", ""), new("", "巴特爾")], [])).ThenFaults(
            "request-at-fault", RefusalKind.Invalid, ("/signatories/0/name", "text-required"), ("/signatories/1/role", "text-required"));

    [Fact]
    public void Lists_all_that_stands_against_it()
    {
        var story = (ReturnStory.Untouched with { History = Past.Of(("hte_count", "2023-Q1", 31m)) }).With(
            ReturnStory.Reporter,
            ReturnStory.Stated("op_revenue", 10m), ReturnStory.Stated("hte_revenue", 15m), ReturnStory.Stated("hte_count", 30m));

        story.Submits().ThenFaults(
            "return-not-ready",
            RefusalKind.Conflict,
            ("/figures/rd_inst_new", "series-missing"),
            ("/figures/hte_revenue", "exceeds-whole"),
            ("/explanations", "explanation-missing"));
    }

    [Fact]
    public void Takes_a_warning_that_is_explained()
    {
        Jumped.Submits().ThenFaults("return-not-ready", RefusalKind.Conflict, ("/explanations", "explanation-missing"));
        Explanation reason = new("jump/op_revenue", "兩戶企業投產");
        Jumped.Submits(reason).Then<ReturnSubmitted>().Explanations.ShouldBe([reason]);
    }

    [Fact]
    public void Is_refused_with_an_empty_explanation() =>
        Jumped.Submits(new Explanation("jump/op_revenue", "")).ThenFaults(
            "request-at-fault", RefusalKind.Invalid, ("/explanations/0/text", "text-required"));

    [Fact]
    public void Is_refused_once_accepted() => ReturnStory.Accepted.Submits().ThenRefused("return-accepted", RefusalKind.Conflict);

    [Fact]
    public void Is_refused_to_a_reviewer() =>
        ReturnStory.Reported.Submits(new SubmitReturn(ReturnStory.Signed, []), ReturnStory.Reviewer)
            .ThenRefused("not-allowed", RefusalKind.NotAllowed);
}
