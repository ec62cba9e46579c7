using CsCheck;
using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Reporting;

public class AnyHistoryOfAReturn
{
    private static readonly string[] Codes = ["op_revenue", "hte_revenue", "rd_exp", "rd_inst_new", "hte_count"];

    private static readonly Gen<string> ASeries = Gen.Int[0, Codes.Length - 1].Select(index => Codes[index]);

    private static readonly Gen<(string Series, decimal Value)> AFigure =
        Gen.Select(ASeries, Gen.Int[0, 3], (series, value) => (series, (decimal)value));

    private static readonly Gen<Act> AnAct = Gen.OneOf(
        AFigure.Array[1, 4].Select(figures => Zone(
            (state, story) => new ReportFigures(
                [.. figures.DistinctBy(f => f.Series).Select(f => new FigureLine(f.Series, f.Value))], "補報")
                .Decide(state, story.Programme, ReturnStory.Kept, ReturnStory.Reporter, ReturnStory.Today))),
        ASeries.Select(series => Zone(
            (state, story) => new WithdrawFigure(series, "有誤").Decide(state, story.Programme, ReturnStory.Reporter, ReturnStory.Today))),
        Gen.Const(Zone((state, story) => new SubmitReturn(ReturnStory.Signed, [])
            .Decide(state, story.Programme, FigureBook.Empty, ReturnStory.Reporter, ReturnStory.Today))),
        Gen.Int[1, 3].Select(query => Zone(
            (state, story) => new AnswerQuery(query, "已核實").Decide(state, story.Programme, ReturnStory.Reporter, ReturnStory.Today))),
        AFigure.Select(f => Zone((state, story) => new RequestCorrection(f.Series, f.Value, CorrectionKind.Revision, "核定", [])
            .Decide(state, story.Programme, ReturnStory.Kept, ReturnStory.Reporter, ReturnStory.Today))),
        ASeries.Select(series => Bureau(
            (state, story) => new QueryFigure(series, "請說明").Decide(state, story.Programme, ReturnStory.Reviewer, ReturnStory.Today))),
        Gen.Const(Bureau((state, story) => new SendBack("不符", [])
            .Decide(state, story.Programme, ReturnStory.Reviewer, ReturnStory.Today))),
        Gen.Const(Bureau((state, story) => new AcceptReturn()
            .Decide(state, story.Programme, FigureBook.Empty, ReturnStory.Reviewer, ReturnStory.Today))),
        Gen.Int[1, 3].Select(number => Bureau((state, story) => new ApproveCorrection(number)
            .Decide(state, story.Programme, ReturnStory.Reviewer, ReturnStory.Today))),
        Gen.Int[1, 3].Select(number => Bureau((state, story) => new RefuseCorrection(number, "證據不足")
            .Decide(state, story.Programme, ReturnStory.Reviewer, ReturnStory.Today))),
        Gen.Const(new Act(Actor.Clock, (state, story) => new RecordOverdue(Instant.FromUtc(2024, 1, 1, 0, 0))
            .Decide(state, story.Programme, Actor.Clock))));

    [Fact]
    public void Is_not_changed_by_a_command_sent_again() => AnAct.Array[0, 25].Sample(acts =>
    {
        var story = ReturnStory.Untouched;
        foreach (var act in acts)
        {
            var first = act.Decide(story.State, story);
            story = story.With(act.Actor, [.. first.Events]);
            act.Decide(story.State, story).Events.ShouldBeEmpty();
        }
    });

    [Fact]
    public void Moves_both_clocks_of_a_figure_forward_only() => AnAct.Array[0, 25].Sample(acts =>
    {
        var story = ReturnStory.Untouched;
        foreach (var act in acts)
        {
            var before = story.State.Figures;
            story = story.With(act.Actor, [.. act.Decide(story.State, story).Events]);
            foreach (var (series, figure) in before)
            {
                var after = story.State.Figures[series].Standing;
                after.Version.ShouldBeGreaterThanOrEqualTo(figure.Standing.Version);
                after.Position.ShouldBeGreaterThanOrEqualTo(figure.Standing.Position);
                after.KnownOn.ShouldBeGreaterThanOrEqualTo(figure.Standing.KnownOn);
            }
        }
    });

    [Fact]
    public void Ends_in_the_history_of_each_figure_as_it_ends_in_the_return() => AnAct.Array[0, 25].Sample(acts =>
    {
        var story = acts.Aggregate(
            ReturnStory.Untouched, (told, act) => told.With(act.Actor, [.. act.Decide(told.State, told).Events]));
        foreach (var (series, figure) in story.State.Figures)
        {
            var last = FigureHistory.Of("XLHT", series, ReturnStory.Quarter, story.Recorded)!.Versions[^1];
            (last.Version, last.Value, last.Status).ShouldBe((figure.Standing.Version, figure.Standing.Value, figure.Standing.Status));
        }
    });

    private static Act Zone(Func<ZoneReturn, ReturnStory, Decision<ReturnEvent>> decide) => new(ReturnStory.Reporter, decide);

    private static Act Bureau(Func<ZoneReturn, ReturnStory, Decision<ReturnEvent>> decide) => new(ReturnStory.Reviewer, decide);

    private sealed record Act(Actor Actor, Func<ZoneReturn, ReturnStory, Decision<ReturnEvent>> Decide);
}
