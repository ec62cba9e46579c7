namespace Ledger.Domain.Assessment.Robustness;

/// <summary>A statement of robustness as sentences: what it says to somebody who has to answer for the result.</summary>
/// <remarks>Only codes with what they mention; the words are put to them in the reader's language.</remarks>
public sealed record RobustnessSentences(
    IReadOnlyList<Sentence> Agreement, IReadOnlyList<Sentence> Members, IReadOnlyList<Sentence> Weights,
    IReadOnlyList<Sentence> Criteria, IReadOnlyList<Sentence> Rules)
{
    /// <summary>A place that at least so many of a hundred draws give is called firm.</summary>
    public const int FirmFrom = 95;

    private const int Digits = 2;

    public static RobustnessSentences Of(RobustnessStatement statement) => new(
        [.. AgreementOf(statement.Agreement)],
        [.. MembersOf(statement.Members)],
        [.. WeightsOf(statement)],
        [.. CriteriaOf(statement.WithoutCriterion)],
        [.. RulesOf(statement.OtherRules)]);

    private static IEnumerable<Sentence> AgreementOf(Agreement? agreement)
    {
        if (agreement is null)
        {
            yield return new("agreement-unknown");
            yield break;
        }

        var (members, zones) = (agreement.Members, agreement.Zones);
        yield return agreement.KendallW is { } w
            ? new("order-agreement", members, zones, AgreementStrengths.OfOrder(w), w.Round(Digits), AgreementStrengths.StrongOrder, AgreementStrengths.ModerateOrder)
            : new("order-without-differences", members, zones);
        if (agreement.Icc is { } icc)
            yield return new("level-agreement", AgreementStrengths.OfLevels(icc), icc.Round(Digits), AgreementStrengths.StrongLevels, AgreementStrengths.ModerateLevels);
    }

    private static IEnumerable<Sentence> MembersOf(IReadOnlyList<MemberInfluence> members)
    {
        if (members.Count == 0)
            yield break;
        var changing = members.Select(member => (member.Member, Changes: Changes(member.Zones))).Where(each => each.Changes.Count > 0).ToList();
        foreach (var (member, changes) in changing)
            yield return new("member-changes", Mention.Member(member), changes);
        if (changing.Count == 0)
            yield return new("members-change-nothing", members.Count);
        var strongest = members.SelectMany(member => member.Zones.Select(zone => (member.Member, Zone: zone)))
            .Where(each => each.Zone is { Score: not null, WouldBe: not null })
            .OrderByDescending(each => Math.Abs(each.Zone.WouldBe!.Value - each.Zone.Score!.Value)).FirstOrDefault();
        if (strongest.Zone is { Score: { } score, WouldBe: { } would } && score != would)
            yield return new("member-weighs-most", Mention.Member(strongest.Member), Mention.Zone(strongest.Zone.Zone), would, score);
    }

    private static IEnumerable<Sentence> WeightsOf(RobustnessStatement statement)
    {
        if (statement.Weights.Count == 0)
            yield break;
        yield return new("weights-drawn", (decimal)statement.Draws, statement.NoisePercent, FirmFrom);
        foreach (var zone in statement.Weights)
        {
            var kept = zone.Times[zone.Place - 1];
            var percent = (100 * new Rational(kept, statement.Draws)).Round(1);
            yield return kept * 100L >= (long)FirmFrom * statement.Draws
                ? new("place-firm", Mention.Zone(zone.Zone), zone.Place, percent)
                : new("place-open", Mention.Zone(zone.Zone), zone.Place, percent, zone.From, zone.To);
        }
    }

    private static IEnumerable<Sentence> CriteriaOf(IReadOnlyList<Alternative> withouts)
    {
        var changing = Changing(withouts);
        foreach (var (criterion, changes) in changing)
            yield return new("criterion-changes", Mention.Criterion(criterion), changes);
        if (changing.Count == 0 && withouts.Count > 0)
            yield return new("criteria-change-nothing", withouts.Count);
    }

    private static IEnumerable<Sentence> RulesOf(IReadOnlyList<Alternative> rules)
    {
        var changing = Changing(rules);
        foreach (var (rule, changes) in changing)
            yield return new("rule-changes", Rule(rule), changes);
        Sentence[] idle = [.. rules.Select(rule => rule.Change).Except(changing.Select(each => each.Change)).Select(Rule)];
        if (idle.Length > 0)
            yield return new("rules-change-nothing", [idle]);
    }

    private static Sentence Rule(string code) => new($"rule-{code}");

    private static List<(string Change, IReadOnlyList<Sentence> Changes)> Changing(IReadOnlyList<Alternative> alternatives) =>
        [.. alternatives.Select(other => (other.Change, Changes: Changes(other.Zones))).Where(each => each.Changes.Count > 0)];

    /// <summary>The zones whose place would be another; a zone that is not ranked has none to lose.</summary>
    private static IReadOnlyList<Sentence> Changes(IReadOnlyList<ZoneShift> zones) =>
    [
        .. from zone in zones
           where zone.Place is not null && zone.Place != zone.PlaceWouldBe
           select zone is { PlaceWouldBe: { } would, WouldBe: { } score }
               ? new Sentence("place-change", Mention.Zone(zone.Zone), zone.Place!, would, zone.Score!, score)
               : new Sentence("place-lost", Mention.Zone(zone.Zone)),
    ];
}

/// <param name="Code">Stable, in kebab case.</param>
/// <param name="Arguments">Numbers, a <see cref="Mention"/>, an <see cref="AgreementStrength"/>, a sentence, or a list of sentences.</param>
public sealed record Sentence(string Code, params IReadOnlyList<object> Arguments);

/// <summary>Somebody or something that a sentence names.</summary>
/// <param name="Id">The officer, the zone's code or the criterion's id.</param>
public sealed record Mention(MentionKind Kind, string Id)
{
    internal static Mention Member(string officer) => new(MentionKind.Member, officer);

    internal static Mention Zone(string code) => new(MentionKind.Zone, code);

    internal static Mention Criterion(string id) => new(MentionKind.Criterion, id);
}

public enum MentionKind
{
    Member,
    Zone,
    Criterion,
}
