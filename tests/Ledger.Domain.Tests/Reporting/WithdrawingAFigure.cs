using Ledger.Domain.Access;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Reporting;

public class WithdrawingAFigure
{
    [Fact]
    public void Takes_it_out_of_the_return_and_leaves_it_in_the_history()
    {
        var withdrawn = Withdraw(ReturnStory.Reported, "op_revenue").Then<FigureWithdrawn>();

        var state = ReturnStory.Reported.With(ReturnStory.Reporter, withdrawn).State;
        state.Figures["op_revenue"].Standing.Status.ShouldBe(FigureStatus.Withdrawn);
        state.Standing.ShouldNotContain(figure => figure.Series == "op_revenue");
    }

    [Fact]
    public void Changes_nothing_the_second_time() =>
        Withdraw(ReturnStory.Reported.With(ReturnStory.Reporter, new FigureWithdrawn(new(2023, 7, 6), "op_revenue", "重複")), "op_revenue")
            .ThenNothing();

    [Fact]
    public void Lets_it_be_stated_anew_as_a_further_version()
    {
        var story = ReturnStory.Reported.With(ReturnStory.Reporter, new FigureWithdrawn(new(2023, 7, 6), "op_revenue", "重複"));
        var stated = story.Reports(new FigureLine("op_revenue", 101.30m)).Then<FigureReported>();
        story.With(ReturnStory.Reporter, stated).State.Figures["op_revenue"].Standing.Version.ShouldBe(2);
    }

    [Fact]
    public void Is_refused_for_what_was_never_stated() =>
        Withdraw(ReturnStory.Reported, "rd_exp").ThenRefused("figure-not-reported", RefusalKind.NotFound);

    [Fact]
    public void Is_refused_once_accepted() =>
        Withdraw(ReturnStory.Accepted, "op_revenue").ThenRefused("return-accepted", RefusalKind.Conflict);

    [Fact]
    public void Needs_a_reason() =>
        Withdraw(ReturnStory.Reported, "op_revenue", " ").ThenFaults("request-at-fault", RefusalKind.Invalid, ("/reason", "text-required"));

    [Fact]
    public void Is_refused_to_a_reviewer() =>
        Withdraw(ReturnStory.Submitted, "op_revenue", actor: ReturnStory.Reviewer).ThenRefused("not-allowed", RefusalKind.NotAllowed);

    private static Outcome Withdraw(ReturnStory story, string series, string reason = "口徑有誤", Actor? actor = null) =>
        story.When(state => new WithdrawFigure(series, reason).Decide(state, story.Programme, actor ?? ReturnStory.Reporter, ReturnStory.Today));
}
