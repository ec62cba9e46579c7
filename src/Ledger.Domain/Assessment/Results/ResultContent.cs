using Ledger.Domain.Assessment.Robustness;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>A year's result with everything it was worked out from, so that an outsider can work it out again from this alone.</summary>
/// <param name="Programme">The version of the programme that the figures were measured by.</param>
/// <param name="Position">The ledger position of the figures.</param>
/// <param name="Zones">In the programme's order.</param>
public sealed record ResultContent(
    int Year, int Programme, long Position, AssessmentScheme Scheme, Basis Basis, IReadOnlyList<ZoneScore> Zones)
{
    /// <summary>How firmly the places stand; null where it was not worked out.</summary>
    public RobustnessStatement? Robustness { get; init; }

    /// <exception cref="ArgumentException">The basis does not fit the scheme.</exception>
    public static ResultContent Of(int programme, long position, AssessmentScheme scheme, Basis basis) =>
        new(basis.Year, programme, position, scheme, basis, Scorer.For(scheme).Score(basis).Zones);

    public ZoneScore? Find(string zone) => Zones.FirstOrDefault(score => score.Zone == zone);

    /// <summary>The criteria that wait for ballots, as <c>zone/criterion</c>; while there are any the result cannot be ratified.</summary>
    public IReadOnlyList<string> Pending() =>
    [
        .. from zone in Zones
           from node in zone.Criteria
           where node.State == ScoreState.Pending
           select $"{zone.Zone}/{node.Id}",
    ];
}

/// <summary>One edition of a year's result.</summary>
/// <param name="Hash">SHA-256 of the content's canonical bytes, lower-case hexadecimal.</param>
public sealed record Scorecards(int Edition, string Hash, ResultContent Content, LocalDate RecordedOn)
{
    public Ratification? Ratification { get; init; }
}

/// <param name="Present">The members present, by officer.</param>
public sealed record Ratification(IReadOnlyList<string> Present, string Minutes, LocalDate On);

/// <summary>A result that was just worked out, with its hash.</summary>
public sealed record DrawnResult(ResultContent Content, string Hash);
