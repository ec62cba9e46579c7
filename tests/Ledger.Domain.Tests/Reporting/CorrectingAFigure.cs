using Ledger.Domain.Access;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Reporting;

public class CorrectingAFigure
{
    private static readonly RequestCorrection Command =
        new("op_revenue", 102.05m, CorrectionKind.Error, "漏報一戶企業", [ReturnStory.Scan.Sha256], new(2023, 8, 20));

    private static readonly ReturnStory Approved = ReturnStory.CorrectionAsked.With(
        ReturnStory.Reviewer,
        new CorrectionApproved(new(2023, 8, 25), 1, "op_revenue", 102.05m, CorrectionKind.Error, null));

    private static readonly ReturnStory Refused = ReturnStory.CorrectionAsked.With(
        ReturnStory.Reviewer, new CorrectionRefused(new(2023, 8, 25), 1, "op_revenue", "證據不足"));

    [Fact]
    public void Is_asked_for_with_kind_reason_and_papers()
    {
        var asked = Ask(ReturnStory.Accepted).Then<CorrectionRequested>();
        (asked.Correction, asked.Value, asked.Kind, asked.Reason).ShouldBe((1, 102.05m, CorrectionKind.Error, "漏報一戶企業"));
        asked.Evidence.ShouldBe([ReturnStory.Scan]);
    }

    [Fact]
    public void Leaves_the_accepted_value_standing_until_it_is_approved()
    {
        var figure = ReturnStory.CorrectionAsked.State.Figures["op_revenue"].Standing;
        (figure.Value, figure.Version, figure.Status).ShouldBe((101.30m, 1, FigureStatus.CorrectionRequested));
    }

    [Fact]
    public void Makes_a_new_accepted_version_when_approved()
    {
        var figure = Approved.State.Figures["op_revenue"];
        (figure.Standing.Value, figure.Standing.Version, figure.Standing.Status).ShouldBe((102.05m, 2, FigureStatus.Accepted));
        figure.Standing.ReportedOn.ShouldBe(new(2023, 8, 20));
        figure.Standing.KnownOn.ShouldBe(new(2023, 8, 25));
        figure.StatedBy.ShouldBe(ReturnStory.Reporter);
    }

    [Fact]
    public void Leaves_the_first_version_standing_when_refused()
    {
        var figure = Refused.State.Figures["op_revenue"].Standing;
        (figure.Value, figure.Version, figure.Status).ShouldBe((101.30m, 1, FigureStatus.Accepted));
        Ask(Refused, Command with { On = new(2023, 8, 26) }).Then<CorrectionRequested>().Correction.ShouldBe(2);
    }

    [Fact]
    public void Is_asked_for_once()
    {
        Ask(ReturnStory.CorrectionAsked).ThenNothing();
        Ask(ReturnStory.CorrectionAsked, Command with { Value = 103m }).ThenRefused("correction-open", RefusalKind.Conflict);
    }

    [Fact]
    public void Is_refused_before_acceptance() => Ask(ReturnStory.Submitted).ThenRefused("figure-not-accepted", RefusalKind.Conflict);

    [Fact]
    public void Is_refused_for_what_was_never_stated() =>
        Ask(ReturnStory.Accepted, Command with { Series = "rd_exp" }).ThenRefused("figure-not-reported", RefusalKind.NotFound);

    [Fact]
    public void Is_refused_when_it_would_change_nothing() =>
        Ask(ReturnStory.Accepted, Command with { Value = 101.3m }).ThenRefused("correction-changes-nothing", RefusalKind.Conflict);

    [Fact]
    public void Lists_every_fault() =>
        Ask(ReturnStory.Accepted, Command with { Value = 1.234m, Reason = "", Evidence = [new string('b', 64)] }).ThenFaults(
            "request-at-fault",
            RefusalKind.Invalid,
            ("/value", "value-too-precise"),
            ("/reason", "text-required"),
            ("/evidence/0", "evidence-unknown"));

    [Fact]
    public void Is_asked_for_by_the_zone_and_decided_by_the_bureau()
    {
        Ask(ReturnStory.Accepted, actor: ReturnStory.Reviewer).ThenRefused("not-allowed", RefusalKind.NotAllowed);
        Ask(ReturnStory.Accepted, actor: ReturnStory.Neighbour).ThenRefused("not-your-zone", RefusalKind.NotAllowed);
        Approve(ReturnStory.CorrectionAsked, actor: ReturnStory.Reporter).ThenRefused("not-allowed", RefusalKind.NotAllowed);
        Refuse(ReturnStory.CorrectionAsked, actor: ReturnStory.Reporter).ThenRefused("not-allowed", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Is_approved_with_the_value_that_was_asked_for()
    {
        var approved = Approve(ReturnStory.CorrectionAsked).Then<CorrectionApproved>();
        (approved.Series, approved.Value, approved.Kind).ShouldBe(("op_revenue", 102.05m, CorrectionKind.Error));
    }

    [Fact]
    public void Is_decided_once()
    {
        Approve(Approved).ThenNothing();
        Refuse(Refused).ThenNothing();
        Approve(Refused).ThenRefused("correction-decided", RefusalKind.Conflict);
        Refuse(Approved).ThenRefused("correction-decided", RefusalKind.Conflict);
    }

    [Fact]
    public void Is_not_decided_where_none_was_asked_for()
    {
        Approve(ReturnStory.Accepted).ThenRefused("correction-unknown", RefusalKind.NotFound);
        Refuse(ReturnStory.Accepted).ThenRefused("correction-unknown", RefusalKind.NotFound);
    }

    [Fact]
    public void Is_refused_with_a_reason() =>
        Refuse(ReturnStory.CorrectionAsked, reason: "").ThenFaults("request-at-fault", RefusalKind.Invalid, ("/reason", "text-required"));

    [Fact]
    public void Shows_both_versions_in_the_figure_s_history()
    {
        var history = FigureHistory.Of("XLHT", "op_revenue", ReturnStory.Quarter, Approved.Recorded).ShouldNotBeNull();

        history.Versions.Select(version => (version.Value, version.Kind, version.Reason, version.Officer)).ShouldBe(
            [(101.30m, null, null, "xlht"), (102.05m, CorrectionKind.Error, "漏報一戶企業", "xlht")]);
        history.Acts.Select(act => act.Act).ShouldBe(
        [
            FigureActKind.Reported, FigureActKind.Submitted, FigureActKind.Accepted,
            FigureActKind.CorrectionRequested, FigureActKind.CorrectionApproved,
        ]);
        history.Acts[^1].ShouldSatisfyAllConditions(
            act => act.Officer.ShouldBe("stat"),
            act => act.On.ShouldBe(new(2023, 8, 25)),
            act => act.Evidence.ShouldBe([ReturnStory.Scan]),
            act => act.Position.ShouldBe(Approved.Recorded[^1].Provenance.Position));
    }

    private static Outcome Ask(ReturnStory story, RequestCorrection? command = null, Actor? actor = null) =>
        story.When(state => (command ?? Command).Decide(state, story.Programme, ReturnStory.Kept, actor ?? ReturnStory.Reporter, ReturnStory.Today));

    private static Outcome Approve(ReturnStory story, Actor? actor = null) =>
        story.When(state => new ApproveCorrection(1).Decide(state, story.Programme, actor ?? ReturnStory.Reviewer, ReturnStory.Today));

    private static Outcome Refuse(ReturnStory story, string reason = "證據不足", Actor? actor = null) =>
        story.When(state => new RefuseCorrection(1, reason).Decide(state, story.Programme, actor ?? ReturnStory.Reviewer, ReturnStory.Today));
}
