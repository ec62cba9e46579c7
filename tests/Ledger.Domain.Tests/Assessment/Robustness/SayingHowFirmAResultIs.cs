using Ledger.Domain.Assessment.Robustness;

namespace Ledger.Domain.Tests.Assessment.Robustness;

public class SayingHowFirmAResultIs
{
    private static readonly RobustnessStatement Firm = new(
        Seed: 2023, Draws: 1000, NoisePercent: 25,
        new Agreement(Members: 3, Zones: 2, Rational.One, new Rational(3, 5)),
        [Without("member1", Same("A", 1, 90, 90.5m), Same("B", 2, 80, 79)), Without("member2", Same("A", 1, 90, 90), Same("B", 2, 80, 80))],
        [new("A", 1, 1, 1, 1, [960, 40]), new("B", 2, 2, 2, 2, [40, 960])],
        [new("E1", [Same("A", 1, 90, 91), Same("B", 2, 80, 81)])],
        [new("cliff", [Same("A", 1, 90, 70), Same("B", 2, 80, 60)])]);

    private static readonly RobustnessStatement Open = Firm with
    {
        Agreement = null,
        Members = [Without("member1", new("A", 90, 79, 1, 2), new("B", 80, 80, 2, 1)), Without("member2", new("A", 90, null, 1, null), Same("B", 2, 80, 80))],
        Weights = [new("A", 1, 1, 1, 2, [700, 300]), new("B", 2, 1, 2, 2, [300, 700])],
        WithoutCriterion = [new("E1", [new("A", 90, 70, 1, 2), new("B", 80, 75, 2, 1)]), new("E2", [Same("A", 1, 90, 91), Same("B", 2, 80, 81)])],
        OtherRules = [new("cliff", [new("A", 90, 60, 1, 2), new("B", 80, 70, 2, 1)]), new("geometric", [Same("A", 1, 90, 88), Same("B", 2, 80, 77)])],
    };

    [Fact]
    public void A_firm_result_is_said_to_be_firm_in_every_respect()
    {
        var said = RobustnessSentences.Of(Firm);
        Told(said.Agreement).ShouldBe(["order-agreement 3 2 Strong 1.00 0.7 0.5", "level-agreement Moderate 0.60 0.75 0.5"]);
        Told(said.Members).ShouldBe(["members-change-nothing 2", "member-weighs-most member1 B 79 80"]);
        Told(said.Weights).ShouldBe(["weights-drawn 1000 25 95", "place-firm A 1 96.0", "place-firm B 2 96.0"]);
        Told(said.Criteria).ShouldBe(["criteria-change-nothing 1"]);
        Told(said.Rules).ShouldBe(["rules-change-nothing [rule-cliff]"]);
    }

    [Fact]
    public void What_would_change_a_place_is_named_with_the_places_and_scores()
    {
        var said = RobustnessSentences.Of(Open);
        Told(said.Agreement).ShouldBe(["agreement-unknown"]);
        Told(said.Members).ShouldBe(
            [
                "member-changes member1 [place-change A 1 2 90 79, place-change B 2 1 80 80]",
                "member-changes member2 [place-lost A]",
                "member-weighs-most member1 A 79 90",
            ]);
        Told(said.Weights).ShouldBe(["weights-drawn 1000 25 95", "place-open A 1 70.0 1 2", "place-open B 2 70.0 1 2"]);
        Told(said.Criteria).ShouldBe(["criterion-changes E1 [place-change A 1 2 90 70, place-change B 2 1 80 75]"]);
        Told(said.Rules).ShouldBe(
            ["rule-changes rule-cliff [place-change A 1 2 90 60, place-change B 2 1 80 70]", "rules-change-nothing [rule-geometric]"]);
    }

    [Fact]
    public void Members_who_put_no_zone_before_another_have_no_order_to_agree_on() =>
        Told(RobustnessSentences.Of(Firm with { Agreement = new(3, 2, null, null) }).Agreement).ShouldBe(["order-without-differences 3 2"]);

    [Theory]
    [InlineData(70, AgreementStrength.Strong)]
    [InlineData(69, AgreementStrength.Moderate)]
    [InlineData(50, AgreementStrength.Moderate)]
    [InlineData(49, AgreementStrength.Weak)]
    public void Agreement_on_the_order_has_its_strength_by_kendalls_w(int hundredths, AgreementStrength strength) =>
        AgreementStrengths.OfOrder(new Rational(hundredths, 100)).ShouldBe(strength);

    [Theory]
    [InlineData(75, AgreementStrength.Strong)]
    [InlineData(74, AgreementStrength.Moderate)]
    [InlineData(49, AgreementStrength.Weak)]
    [InlineData(-10, AgreementStrength.Weak)]
    public void Agreement_on_the_levels_has_its_strength_by_the_intraclass_correlation(int hundredths, AgreementStrength strength) =>
        AgreementStrengths.OfLevels(new Rational(hundredths, 100)).ShouldBe(strength);

    [Fact]
    public void Where_nobody_voted_nothing_is_said_of_members() =>
        RobustnessSentences.Of(Firm with { Agreement = null, Members = [] }).Members.ShouldBeEmpty();

    [Fact]
    public void Where_every_member_is_needed_nobody_weighs_most() =>
        Told(RobustnessSentences.Of(Firm with { Members = [Without("member1", new ZoneShift("A", 90, null, 1, null))] }).Members)
            .ShouldBe(["member-changes member1 [place-lost A]"]);

    private static MemberInfluence Without(string member, params ZoneShift[] zones) => new(member, zones);

    private static ZoneShift Same(string zone, int place, decimal score, decimal would) => new(zone, score, would, place, place);

    private static IEnumerable<string> Told(IEnumerable<Sentence> sentences) => sentences.Select(Told);

    private static string Told(Sentence sentence) => string.Join(' ', sentence.Arguments.Select(Told).Prepend(sentence.Code));

    private static string Told(object argument) => argument switch
    {
        Sentence inner => Told(inner),
        IReadOnlyList<Sentence> inner => $"[{string.Join(", ", inner.Select(Told))}]",
        Mention mention => mention.Id,
        _ => FormattableString.Invariant($"{argument}"),
    };
}
