namespace Ledger.Domain.Assessment.Robustness;

/// <summary>How firmly a year's places stand: whether the members agree, and what other weights, rules or members would have made of it.</summary>
/// <remarks>Worked out from the same basis as the result and recorded with it; the same seed gives the same statement.</remarks>
/// <param name="Draws">How many sets of weights were drawn.</param>
/// <param name="NoisePercent">Each criterion's weight is drawn evenly within so many per cent of itself, either way.</param>
public sealed record RobustnessStatement(
    long Seed, int Draws, int NoisePercent,
    Agreement? Agreement,
    IReadOnlyList<MemberInfluence> Members,
    IReadOnlyList<PlaceInterval> Weights,
    IReadOnlyList<Alternative> WithoutCriterion,
    IReadOnlyList<Alternative> OtherRules);

/// <summary>How far the members see the zones alike; over what all of them judged.</summary>
/// <param name="Members">How many members.</param>
/// <param name="Zones">How many zones they all judged.</param>
/// <param name="KendallW">0: no agreement on the order of the zones, 1: complete. Null where there is nothing to order.</param>
/// <param name="Icc">ICC(2,1), agreement on the levels themselves; null where the levels do not vary.</param>
public sealed record Agreement(int Members, int Zones, Rational? KendallW, Rational? Icc);

/// <param name="Zones">What the result would be without this member's ballots.</param>
public sealed record MemberInfluence(string Member, IReadOnlyList<ZoneShift> Zones);

/// <summary>One zone's score and place as they are and as they would be; null where the committee would have had no quorum.</summary>
public sealed record ZoneShift(string Zone, decimal? Score, decimal? WouldBe, int? Place, int? PlaceWouldBe);

/// <summary>The places a zone takes when weights are drawn.</summary>
/// <param name="Place">As it is.</param>
/// <param name="From">The fifth percentile of the places, the better end.</param>
/// <param name="Median">The middle one.</param>
/// <param name="To">The ninety-fifth percentile.</param>
/// <param name="Times">How often each place was taken, the first place first.</param>
public sealed record PlaceInterval(string Zone, int Place, int From, int Median, int To, IReadOnlyList<int> Times);

/// <summary>The result under one change.</summary>
/// <param name="Change">The criterion left out, or a code of <see cref="OtherRules"/>.</param>
public sealed record Alternative(string Change, IReadOnlyList<ZoneShift> Zones);
