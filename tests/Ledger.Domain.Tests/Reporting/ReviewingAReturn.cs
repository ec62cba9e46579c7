using Ledger.Domain.Access;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Reporting;

public class QueryingAFigure
{
    private static readonly ReturnStory Asked = ReturnStory.Submitted.With(
        ReturnStory.Reviewer, new FigureQueried(new(2023, 7, 11), 1, "op_revenue", "增幅偏大,請說明"));

    [Fact]
    public void Gives_the_query_its_number()
    {
        Query(ReturnStory.Submitted, "op_revenue", "請說明").Then<FigureQueried>().Query.ShouldBe(1);
        Query(Asked, "hte_count", "請說明").Then<FigureQueried>().Query.ShouldBe(2);
    }

    [Fact]
    public void Asks_once_what_is_still_open() => Query(Asked, "op_revenue", "增幅偏大,請說明").ThenNothing();

    [Fact]
    public void Is_refused_before_submission_and_after_acceptance()
    {
        Query(ReturnStory.Reported, "op_revenue", "請說明").ThenRefused("return-not-submitted", RefusalKind.Conflict);
        Query(ReturnStory.Accepted, "op_revenue", "請說明").ThenRefused("return-not-submitted", RefusalKind.Conflict);
    }

    [Fact]
    public void Is_refused_for_what_was_never_stated() =>
        Query(ReturnStory.Submitted, "rd_exp", "請說明").ThenRefused("figure-not-reported", RefusalKind.NotFound);

    [Fact]
    public void Needs_a_text() =>
        Query(ReturnStory.Submitted, "op_revenue", "").ThenFaults("request-at-fault", RefusalKind.Invalid, ("/text", "text-required"));

    [Fact]
    public void Is_refused_to_a_zone() =>
        Query(ReturnStory.Submitted, "op_revenue", "請說明", ReturnStory.Neighbour).ThenRefused("not-allowed", RefusalKind.NotAllowed);

    [Fact]
    public void Is_answered_once()
    {
        Answer(Asked, 1, "兩戶企業投產").Then<QueryAnswered>().Series.ShouldBe("op_revenue");
        var answered = Asked.With(ReturnStory.Reporter, new QueryAnswered(new(2023, 7, 12), 1, "op_revenue", "兩戶企業投產"));
        Answer(answered, 1, "兩戶企業投產").ThenNothing();
        Answer(answered, 1, "三戶企業投產").ThenRefused("query-answered", RefusalKind.Conflict);
    }

    [Fact]
    public void Is_not_answered_where_nothing_was_asked() =>
        Answer(Asked, 2, "兩戶企業投產").ThenRefused("query-unknown", RefusalKind.NotFound);

    [Fact]
    public void Is_not_answered_without_a_text() =>
        Answer(Asked, 1, "").ThenFaults("request-at-fault", RefusalKind.Invalid, ("/text", "text-required"));

    [Fact]
    public void Is_answered_by_the_zone_alone()
    {
        Answer(Asked, 1, "兩戶企業投產", ReturnStory.Reviewer).ThenRefused("not-allowed", RefusalKind.NotAllowed);
        Answer(Asked, 1, "兩戶企業投產", ReturnStory.Neighbour).ThenRefused("not-your-zone", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Keeps_the_return_from_being_accepted_until_it_is_answered()
    {
        Asked.Accepts().ThenRefused("query-open", RefusalKind.Conflict);
        Asked.With(ReturnStory.Reporter, new QueryAnswered(new(2023, 7, 12), 1, "op_revenue", "兩戶企業投產")).Accepts().Then<ReturnAccepted>();
    }

    private static Outcome Query(ReturnStory story, string series, string text, Actor? actor = null) =>
        story.When(state => new QueryFigure(series, text).Decide(state, story.Programme, actor ?? ReturnStory.Reviewer, ReturnStory.Today));

    private static Outcome Answer(ReturnStory story, int query, string text, Actor? actor = null) =>
        story.When(state => new AnswerQuery(query, text).Decide(state, story.Programme, actor ?? ReturnStory.Reporter, ReturnStory.Today));
}

public class SendingAReturnBack
{
    [Fact]
    public void Says_why_and_what_to_look_at_again()
    {
        var sentBack = Send(ReturnStory.Submitted, "與台賬不符", "op_revenue").Then<ReturnSentBack>();
        (sentBack.Reason, sentBack.Series.Single()).ShouldBe(("與台賬不符", "op_revenue"));
    }

    [Fact]
    public void Changes_nothing_the_second_time() => Send(ReturnStory.SentBack, "與台賬不符").ThenNothing();

    [Fact]
    public void Is_refused_unless_submitted()
    {
        Send(ReturnStory.Reported, "與台賬不符").ThenRefused("return-not-submitted", RefusalKind.Conflict);
        Send(ReturnStory.Accepted, "與台賬不符").ThenRefused("return-not-submitted", RefusalKind.Conflict);
    }

    [Fact]
    public void Needs_a_reason_and_series_of_the_return() =>
        Send(ReturnStory.Submitted, "", "op_revenue", "sei_count").ThenFaults(
            "request-at-fault", RefusalKind.Invalid, ("/reason", "text-required"), ("/series/1", "series-not-due"));

    [Fact]
    public void Is_refused_to_the_zone() =>
        ReturnStory.Submitted
            .When(state => new SendBack("x", []).Decide(state, SmallProgramme.Document, ReturnStory.Reporter, ReturnStory.Today))
            .ThenRefused("not-allowed", RefusalKind.NotAllowed);

    private static Outcome Send(ReturnStory story, string reason, params string[] series) =>
        story.When(state => new SendBack(reason, series).Decide(state, story.Programme, ReturnStory.Reviewer, ReturnStory.Today));
}

public class AcceptingAReturn
{
    [Fact]
    public void Who_accepted_is_kept_with_the_day() =>
        (ReturnStory.Accepted.State.AcceptedOn, ReturnStory.Accepted.State.AcceptedBy).ShouldBe((new(2023, 7, 20), ReturnStory.Reviewer));

    [Fact]
    public void Accepts_every_figure_that_stands_and_none_that_was_withdrawn()
    {
        var story = ReturnStory.Reported.With(
            ReturnStory.Reporter,
            ReturnStory.Stated("rd_exp", 1.2m),
            new FigureWithdrawn(new(2023, 7, 6), "rd_exp", "尚無年度數"),
            new ReturnSubmitted(new(2023, 7, 10), ReturnStory.Signed, []));

        var state = story.With(ReturnStory.Reviewer, story.Accepts().Then<ReturnAccepted>()).State;

        state.State.ShouldBe(ReturnState.Accepted);
        state.Standing.ShouldAllBe(figure => figure.Status == FigureStatus.Accepted && figure.Version == 1);
        state.Figures["rd_exp"].Standing.Status.ShouldBe(FigureStatus.Withdrawn);
        state.Figures["op_revenue"].Standing.ReportedOn.ShouldBe(new(2023, 7, 5));
        state.Figures["op_revenue"].Standing.KnownOn.ShouldBe(ReturnStory.Today);
    }

    [Fact]
    public void Changes_nothing_the_second_time() => ReturnStory.Accepted.Accepts().ThenNothing();

    [Fact]
    public void Is_refused_unless_submitted()
    {
        ReturnStory.Reported.Accepts().ThenRefused("return-not-submitted", RefusalKind.Conflict);
        ReturnStory.SentBack.Accepts().ThenRefused("return-not-submitted", RefusalKind.Conflict);
    }

    [Fact]
    public void Is_refused_where_a_later_change_brought_an_error_in() =>
        ReturnStory.Submitted.With(ReturnStory.Reporter, new FigureWithdrawn(new(2023, 7, 11), "hte_count", "重核"))
            .Accepts()
            .ThenFaults("return-not-ready", RefusalKind.Conflict, ("/figures/hte_count", "series-missing"));

    [Fact]
    public void Is_refused_to_the_zone_itself() =>
        ReturnStory.Submitted.Accepts(actor: ReturnStory.Reporter).ThenRefused("not-allowed", RefusalKind.NotAllowed);

    [Theory]
    [InlineData("stat", "XLHT")]
    [InlineData("stat", "XLHT_GOV")]
    [InlineData("xlht", "STAT")]
    public void Is_refused_to_a_reviewer_from_the_zone_or_its_host_or_who_wrote_to_it(string officer, string organisation) =>
        ReturnStory.Submitted.Accepts(actor: new Actor(officer, organisation, Role.Reviewer))
            .ThenRefused("own-return", RefusalKind.NotAllowed);

    [Fact]
    public void Is_refused_with_a_date_before_the_submission() =>
        ReturnStory.Submitted.Accepts(new AcceptReturn(new(2023, 7, 9))).ThenRefused("date-before-previous", RefusalKind.Conflict);
}
