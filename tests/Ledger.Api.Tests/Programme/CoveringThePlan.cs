using Ledger.Api.Programme;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Tests.Programme;

/// <summary>The plan that comes with the ledger, clause by clause: nothing left out, nothing reworded.</summary>
public class CoveringThePlan
{
    private static readonly ProgrammeDocument Document = Plan.Document;
    private static readonly IReadOnlyList<PlanClause> Clauses = PlanClauses.Of(Document);

    [Fact]
    public void Every_clause_is_the_plans_own_words() =>
        Clauses.Where(clause => !Plan.Text.Contains(clause.Text, StringComparison.Ordinal)).Select(clause => clause.Id).ShouldBeEmpty();

    [Fact]
    public void Every_clause_has_an_id_of_its_own() => Clauses.Select(clause => clause.Id).ShouldBeUnique();

    [Fact]
    public void Nothing_of_the_programme_is_without_a_row()
    {
        KeyTask[] tasks = [.. Document.Tasks, .. Document.Safeguards];
        Of(ClauseKind.Task).Concat(Of(ClauseKind.Safeguard)).ShouldBe(tasks.Select(task => task.Text));
        Of(ClauseKind.Target).Count().ShouldBe(15);
        Of(ClauseKind.ZoneGoal).ShouldBe(Document.Zones.Select(zone => zone.Goal));
        Of(ClauseKind.Outcome).ShouldBe(Document.Outcomes.Select(outcome => outcome.Text));
        Of(ClauseKind.Requirement).ShouldBe(Document.Requirements.Select(requirement => requirement.Phrase), ignoreOrder: true);
        Of(ClauseKind.Deliverable).Count().ShouldBe(tasks.Sum(task => task.Deliverables.Count));
        Of(ClauseKind.ResponsibleUnit).Count().ShouldBe(tasks.Sum(task => task.Units.Count));
        Of(ClauseKind.Silence).Count().ShouldBe(Document.Source.Silences.Count + Document.Source.Attachments.Count);
    }

    [Fact]
    public void No_sentence_of_the_goals_the_tasks_and_the_safeguards_is_without_a_row()
    {
        var body = Plan.Text[Plan.Text.IndexOf("三、工作目標", StringComparison.Ordinal)..Plan.Text.IndexOf("附:", StringComparison.Ordinal)];
        body.Split(['。', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(sentence => sentence[(sentence.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .Where(sentence => sentence.Length > 15 && !sentence.StartsWith('(') && !char.IsAsciiDigit(sentence[0]))
            .Where(sentence => !Clauses.Any(clause => clause.Text.Contains(sentence, StringComparison.Ordinal) || sentence.Contains(clause.Text, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void They_stand_in_the_plans_order() =>
        Clauses.Select(clause => clause.Section).Distinct().ShouldBe(
        [
            "三", "三(一)", "三(二)", "三(三)", "四(一)", "四(二)", "四(二)1", "四(二)2", "四(二)3", "四(二)4", "四(三)", "四(三)1", "四(三)2", "四(三)3",
            "四(四)", "四(四)1", "四(四)2", "四(四)3", "四(五)", "四(五)1", "四(五)2", "四(五)3", "五(一)", "五(二)", "五(三)", "附",
        ]);

    [Theory]
    [InlineData("T2.1.d4", "ent_rd_center")]
    [InlineData("T2.3.d6", "incubator makerspace star_village")]
    [InlineData("O6", "tech_sme_cult hte_cult")]
    [InlineData("四(二)", "key_lab ent_rd_center incubator makerspace star_village")]
    public void A_clause_that_carries_a_target_is_followed_by_it(string id, string indicators) =>
        Clauses.Single(clause => clause.Id == id).Indicators.ShouldBe(indicators.Split(' '));

    private static IEnumerable<string> Of(ClauseKind kind) => Clauses.Where(clause => clause.Kind == kind).Select(clause => clause.Text);
}
