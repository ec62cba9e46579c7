using Ledger.Api.Assessment.Pages;
using Ledger.Api.Web;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Robustness;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment;

/// <summary>How firm a result is, said in the reader's language, sentence by sentence.</summary>
/// <param name="Agreement">Whether the members see the zones alike.</param>
/// <param name="Members">Whose ballots alone would change a place.</param>
/// <param name="Weights">Which places are firm when the weights are drawn anew.</param>
/// <param name="Criteria">Which criterion's leaving out would change a place.</param>
/// <param name="Rules">Which customary other rules would.</param>
public sealed record RobustnessWords(
    IReadOnlyList<string> Agreement, IReadOnlyList<string> Members, IReadOnlyList<string> Weights,
    IReadOnlyList<string> Criteria, IReadOnlyList<string> Rules)
{
    public static RobustnessWords Of(
        RobustnessStatement statement, AssessmentScheme scheme, ProgrammeDocument programme, IReadOnlyList<CommitteeMember> members, ITexts texts)
    {
        var names = new SchemeNames(scheme);
        var sentences = RobustnessSentences.Of(statement);
        return new(
            Said(sentences.Agreement), Said(sentences.Members), Said(sentences.Weights), Said(sentences.Criteria), Said(sentences.Rules));

        IReadOnlyList<string> Said(IReadOnlyList<Sentence> said) => [.. said.Select(Say)];

        string Say(Sentence sentence) => texts[$"robustness.{sentence.Code}", [.. sentence.Arguments.Select(Speak)]];

        object Speak(object argument) => argument switch
        {
            Sentence inner => Say(inner),
            IReadOnlyList<Sentence> inner => string.Join(texts["robustness.separator"], inner.Select(Say)),
            Mention mention => Name(mention),
            _ => argument,
        };

        string Name(Mention mention) => mention.Kind switch
        {
            MentionKind.Member => members.FirstOrDefault(member => member.Officer == mention.Id)?.Name ?? mention.Id,
            MentionKind.Zone => programme.FindZone(mention.Id)?.ShortName.In(Texts.Language) ?? mention.Id,
            MentionKind.Criterion => names.Node(mention.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(mention)),
        };
    }
}

/// <inheritdoc cref="RobustnessStatement"/>
/// <param name="Words">The same in sentences.</param>
public sealed record SpokenRobustness(
    long Seed, int Draws, int NoisePercent, Agreement? Agreement, IReadOnlyList<MemberInfluence> Members, IReadOnlyList<PlaceInterval> Weights,
    IReadOnlyList<Alternative> WithoutCriterion, IReadOnlyList<Alternative> OtherRules, RobustnessWords Words)
{
    public static SpokenRobustness Of(RobustnessStatement statement, RobustnessWords words) => new(
        statement.Seed, statement.Draws, statement.NoisePercent, statement.Agreement, statement.Members, statement.Weights,
        statement.WithoutCriterion, statement.OtherRules, words);
}
