using System.Collections.Immutable;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment;

/// <summary>The assessment of one year: who judges, on which figures, what they decided, and what became of it.</summary>
public sealed record AssessmentYear
{
    public required int Year { get; init; }

    public Phase Phase { get; init; }

    /// <summary>The scheme's id; empty before it is opened.</summary>
    public string Scheme { get; init; } = "";

    public int SchemeVersion { get; init; }

    public int ProgrammeVersion { get; init; }

    public ImmutableList<CommitteeMember> Members { get; init; } = [];

    /// <summary>The officer in the chair.</summary>
    public string Chair { get; init; } = "";

    public int Quorum { get; init; }

    /// <summary>Scored like any other, and left out of every ranking of results.</summary>
    public ImmutableList<UnrankedZone> Unranked { get; init; } = [];

    /// <summary>By member and zone.</summary>
    public ImmutableDictionary<(string Member, string Zone), Declaration> Declarations { get; init; } =
        ImmutableDictionary<(string, string), Declaration>.Empty;

    public long? FiguresPosition { get; init; }

    /// <summary>The date of the act that fixed them.</summary>
    public LocalDate? FrozenOn { get; init; }

    /// <summary>Cast and not yet opened.</summary>
    public ImmutableDictionary<BallotKey, SealedBallot> Sealed { get; init; } = ImmutableDictionary<BallotKey, SealedBallot>.Empty;

    /// <summary>Told when voting closed; one cast anew after a reopening counts once it is opened too.</summary>
    public ImmutableDictionary<BallotKey, OpenedBallot> Opened { get; init; } = ImmutableDictionary<BallotKey, OpenedBallot>.Empty;

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<Veto> Vetoes { get; init; } = [];

    /// <summary>In the order of their editions, from 1.</summary>
    public ImmutableList<Scorecards> Results { get; init; } = [];

    /// <summary>The edition in force; null while nothing is published.</summary>
    public int? PublishedEdition { get; init; }

    /// <summary>When the last edition was ratified.</summary>
    public LocalDate? RatifiedOn { get; init; }

    public LocalDate? PublishedOn { get; init; }

    /// <summary>Up to which ledger position everything is open to all, once a displayed result was reopened.</summary>
    public long? DisplayedUpTo { get; init; }

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<Appeal> Appeals { get; init; } = [];

    /// <summary>In the order of their numbers, from 1; those of a superseded edition stay.</summary>
    public ImmutableList<FollowedOutcome> Outcomes { get; init; } = [];

    /// <summary>The document date of the last act; the next is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public Scorecards? Latest => Results.IsEmpty ? null : Results[^1];

    public Scorecards? Published => PublishedEdition is { } edition ? Results[edition - 1] : null;

    public static string StreamId(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"assessment/{year}");

    public static EventStream<AssessmentYear, AssessmentEvent> Stream(int year) =>
        new(StreamId(year), new AssessmentYear { Year = year }, Evolve);

    /// <param name="streamId">As <see cref="StreamId"/> gives it.</param>
    /// <exception cref="FormatException">It names no assessment.</exception>
    public static int YearOf(string streamId) =>
        streamId.Split('/') is ["assessment", var year] && int.TryParse(year, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{streamId}' is not the stream of an assessment, such as assessment/2023.");

    /// <summary>The grade of each zone by the edition in force, for the next year to look back at; null while none is published.</summary>
    public IReadOnlyDictionary<string, string>? Grades() =>
        Published?.Content.Zones.Where(zone => zone.Grade is not null).ToDictionary(zone => zone.Zone, zone => zone.Grade!);

    public CommitteeMember? FindMember(string officer) => Members.Find(member => member.Officer == officer);

    /// <summary>Nobody judges their own zone: by a declared conflict, or by sitting for the zone itself or for who hosted it in the year or since.</summary>
    public bool IsRecused(string officer, Zone zone) =>
        Declarations.GetValueOrDefault((officer, zone.Code))?.Interest == Interest.Conflict
        || FindMember(officer)?.Organisation is { } organisation && (organisation == zone.Code || zone.HostsSince(Period.OfYear(Year).Start).Contains(organisation));

    public static AssessmentYear Evolve(AssessmentYear state, Recorded<AssessmentEvent> recorded) =>
        Fold(state, recorded.Event) with
        {
            LastActOn = recorded.Event.On,
            DisplayedUpTo = recorded.Event is AssessmentReopened && state.Phase >= Phase.Ratified
                ? recorded.Provenance.Position - 1
                : state.DisplayedUpTo,
        };

    private static AssessmentYear Fold(AssessmentYear state, AssessmentEvent @event) => @event switch
    {
        AssessmentOpened e => state with
        {
            Phase = Phase.Declaring,
            Scheme = e.Scheme,
            SchemeVersion = e.Version,
            ProgrammeVersion = e.Programme,
            Members = [.. e.Members],
            Chair = e.Chair,
            Quorum = e.Quorum,
            Unranked = [.. e.Unranked],
        },
        InterestDeclared e => state with { Declarations = state.Declarations.SetItem((e.Member, e.Zone), new(e.Interest, e.Text)) },
        FiguresFrozen e => state with
        {
            Phase = state.Phase == Phase.Declaring ? Phase.Voting : state.Phase,
            FiguresPosition = e.Position,
            FrozenOn = e.On,
        },
        BallotSealed e => state.With(e),
        VotingClosed e => state with
        {
            Phase = Phase.Adjusting,
            Sealed = state.Sealed.Clear(),
            Opened = state.Opened.SetItems(e.Ballots.Select(ballot => KeyValuePair.Create(ballot.Key, ballot))),
        },
        AdjustmentRecorded e => state with
        {
            Adjustments = state.Adjustments.Add(new(e.Number, e.Zone, e.Item, e.Count, e.Document, e.Text, e.On)),
        },
        AdjustmentLifted e => state with
        {
            Adjustments = state.Adjustments.SetItem(
                e.Number - 1, state.Adjustments[e.Number - 1] with { Lifted = new(e.Document, e.Reason, e.On) }),
        },
        VetoRecorded e => state with { Vetoes = state.Vetoes.Add(new(e.Number, e.Zone, e.Item, e.Document, e.Text, e.On)) },
        VetoLifted e => state with
        {
            Vetoes = state.Vetoes.SetItem(e.Number - 1, state.Vetoes[e.Number - 1] with { Lifted = new(e.Document, e.Reason, e.On) }),
        },
        ScorecardsRecorded e => state with { Results = state.Results.Add(new(e.Edition, e.Hash, e.Content, e.On)) },
        ResultRatified e => state with
        {
            Phase = Phase.Ratified,
            RatifiedOn = e.On,
            Results = state.Results.SetItem(
                e.Edition - 1, state.Results[e.Edition - 1] with { Ratification = new(e.Present, e.Minutes, e.On) }),
        },
        ResultPublished e => state.With(e),
        AssessmentReopened e => state with { Phase = e.To },
        AppealLodged e => state with { Appeals = state.Appeals.Add(new(e.Number, e.Zone, e.Cells, e.Grounds, e.Evidence, e.On)) },
        AppealDecided e => state with
        {
            Appeals = state.Appeals.SetItem(
                e.Number - 1, state.Appeals[e.Number - 1] with { Decision = new(e.Upheld, e.Remedy, e.Reason, e.On) }),
        },
        OutcomeReported e => state.Followed(e.Number, outcome => outcome with
        {
            Reports = outcome.Reports.Add(new(e.Text, e.Evidence, e.On)),
        }),
        OutcomeCompleted e => state.Followed(e.Number, outcome => outcome with
        {
            Reports = outcome.Reports.Add(new(e.Text, e.Evidence, e.On)),
            State = OutcomeState.Completed,
        }),
        AssessmentClosed => state with { Phase = Phase.Closed },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into an assessment."),
    };

    private AssessmentYear With(BallotSealed ballot)
    {
        var key = new BallotKey(ballot.Member, ballot.Zone, ballot.Criterion);
        var times = Sealed.TryGetValue(key, out var before) ? before.Times : 0;
        return this with { Sealed = Sealed.SetItem(key, new(ballot.Commitment, ballot.Sealed, times + 1)) };
    }

    private AssessmentYear With(ResultPublished published)
    {
        var reversed = published.Reversed.Aggregate(
            Outcomes, (outcomes, number) => outcomes.SetItem(number - 1, outcomes[number - 1] with { State = OutcomeState.Reversed }));
        return this with
        {
            Phase = Phase.Published,
            PublishedEdition = published.Edition,
            PublishedOn = published.On,
            Outcomes = reversed.AddRange(published.Outcomes.Select(decision => new FollowedOutcome(decision, published.Edition, published.On))),
        };
    }

    private AssessmentYear Followed(int number, Func<FollowedOutcome, FollowedOutcome> change) =>
        this with { Outcomes = Outcomes.SetItem(number - 1, change(Outcomes[number - 1])) };
}
