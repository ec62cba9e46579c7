using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;

namespace Ledger.Api.Assessment;

/// <summary>The annual assessments as of any position. A sealed ballot is opened for whoever cast it, and for nobody else.</summary>
/// <remarks>What was never opened is refused with <c>assessment-not-opened</c>.</remarks>
public sealed class Assessments(LedgerReader reader, Programmes programmes, Schemes schemes, AssessmentFacts facts, AssessmentReaders readers, BallotBox box)
{
    /// <summary>The years that were opened, the first one first.</summary>
    public async Task<IReadOnlyList<AssessmentSummary>> ListAsync(long position, CancellationToken cancellation) =>
    [
        .. (await StatesAsync(position, cancellation)).Select(state => new AssessmentSummary(
            state.Year, state.Phase, state.Scheme, state.SchemeVersion, state.PublishedEdition, state.PublishedOn, state.LastActOn)),
    ];

    /// <summary>The same years whole. What of it a reader may see is for whoever asks to look at: votes, and results that are not published.</summary>
    internal async Task<IReadOnlyList<AssessmentYear>> StatesAsync(long position, CancellationToken cancellation)
    {
        var opened = await reader.OfTypeAsync<AssessmentOpened>(fromExclusive: null, position, cancellation);
        var histories = await reader.HistoriesAsync<AssessmentEvent>(
            opened.Select(recorded => recorded.Provenance.Stream).Distinct(), position, cancellation);
        return
        [
            .. histories.Select(history => AssessmentYear.Stream(AssessmentYear.YearOf(history.Key)).Fold(history))
                .OrderBy(state => state.Year),
        ];
    }

    /// <param name="actor">Who asks: members see their own progress, the secretary and the chair that of all.</param>
    public async Task<AssessmentView> YearAsync(int year, Actor actor, long position, CancellationToken cancellation)
    {
        var current = await CurrentAsync(year, position, cancellation);
        var state = current.State;
        var programme = (await programmes.OfVersionAsync(state.ProgrammeVersion, cancellation))!.Document;
        var scheme = (await schemes.HistoryAsync(state.Scheme, position, cancellation)).ForYear(year)!.Scheme;
        return new(
            year, state.Phase, state.Scheme, state.SchemeVersion, state.ProgrammeVersion, state.Members, state.Chair, state.Quorum, state.Unranked,
            [.. Declarations(state, actor)],
            [
                .. from member in state.Members
                   from zone in programme.ZonesIn(Period.OfYear(year))
                   where !state.Declarations.ContainsKey((member.Officer, zone.Code))
                   select new MemberAndZone(member.Officer, zone.Code),
            ],
            [
                .. from member in state.Members
                   from zone in programme.ZonesIn(Period.OfYear(year))
                   where state.IsRecused(member.Officer, zone)
                   select new MemberAndZone(member.Officer, zone.Code),
            ],
            state.FiguresPosition, state.FrozenOn, Voting(state, scheme, programme, actor, position),
            state.Adjustments, state.Vetoes,
            [.. state.Results.Select(result => new EditionView(result.Edition, result.Hash, result.RecordedOn, result.Ratification))],
            state.PublishedEdition, state.RatifiedOn,
            state.RatifiedOn is { } ratified ? WorkingDays.After(ratified, scheme.Procedure.PublicityDays) : null,
            state.PublishedOn, state.PublishedOn is null ? null : LodgeAppeal.Until(state),
            state.Appeals, state.Outcomes, state.LastActOn, current.Version);
    }

    /// <summary>The caller's own ballots, sealed ones among them.</summary>
    /// <exception cref="RefusedRequestException"><c>not-a-member</c>, or <c>ballot-broken</c> where a ballot cannot be opened with the keys there are.</exception>
    public async Task<IReadOnlyList<OwnBallot>> BallotsOfAsync(int year, Actor actor, long position, CancellationToken cancellation)
    {
        var state = (await CurrentAsync(year, position, cancellation)).State;
        var member = actor.Officer;
        if (state.FindMember(member) is null)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotAllowed, "not-a-member", member, year));
        var own = state.Opened.Values.Where(ballot => ballot.Member == member)
            .ToDictionary(ballot => (ballot.Zone, ballot.Criterion), ballot => Own(ballot, isSealed: false, times: 0));
        foreach (var (key, ballot) in state.Sealed.Where(ballot => ballot.Key.Member == member))
        {
            var opened = box.Open(year, ballot) is { } inside && (inside.Member, inside.Zone, inside.Criterion) == (member, key.Zone, key.Criterion)
                ? inside
                : throw new RefusedRequestException(Refusal.Of(RefusalKind.Conflict, "ballot-broken", member, key.Zone, key.Criterion));
            own[(key.Zone, key.Criterion)] = Own(opened, isSealed: true, ballot.Times);
        }

        return [.. own.Values.OrderBy(ballot => ballot.Zone, StringComparer.Ordinal).ThenBy(ballot => ballot.Criterion, StringComparer.Ordinal)];
    }

    /// <summary>An edition as it was recorded.</summary>
    /// <param name="edition">Null: the one in force; before publication the latest; before any was recorded, the draft.</param>
    /// <param name="zone">Whose part alone is told; null: all of it is.</param>
    /// <param name="actor">Who asks: what is recorded is displayed to all, the draft is not (<see cref="AssessmentReaders"/>).</param>
    /// <exception cref="RefusedRequestException">
    /// <c>result-edition-unknown</c>; for a draft <c>figures-not-frozen</c>, or as <see cref="AssessmentReaders"/> refuses.
    /// </exception>
    public async Task<YearResult> ResultAsync(
        int year, int? edition, string? zone, Actor actor, long position, CancellationToken cancellation)
    {
        var state = (await CurrentAsync(year, position, cancellation)).State;
        if (edition is null && state.Latest is null)
            return await DraftAsync(state, zone, actor, position, cancellation);
        var number = edition ?? (state.Published ?? state.Latest)!.Edition;
        if (number < 1 || number > state.Results.Count)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "result-edition-unknown", year, number, state.Results.Count));
        var result = state.Results[number - 1];
        return new(year, number, result.Hash, number == state.PublishedEdition, result.RecordedOn, result.Ratification, result.Content);
    }

    /// <summary>What would be recorded now: what is sealed or awaited is pending in it.</summary>
    /// <exception cref="RefusedRequestException"><c>figures-not-frozen</c>, or as <see cref="AssessmentReaders"/> refuses.</exception>
    public async Task<YearResult> DraftResultAsync(int year, Actor actor, long position, CancellationToken cancellation) =>
        await DraftAsync((await CurrentAsync(year, position, cancellation)).State, zone: null, actor, position, cancellation);

    /// <summary>What a page shows: while the year is open for votes or adjustments the draft, to whom may read it, and else as <see cref="ResultAsync"/>.</summary>
    /// <param name="edition">A number, or <c>draft</c>, or null: as just said.</param>
    /// <inheritdoc cref="ResultAsync"/>
    public async Task<YearResult> ShownAsync(
        int year, string? edition, string? zone, Actor actor, long position, CancellationToken cancellation)
    {
        var state = (await CurrentAsync(year, position, cancellation)).State;
        if (int.TryParse(edition, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return await ResultAsync(year, number, zone, actor, position, cancellation);
        if (edition is not (null or "draft"))
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "result-edition-unknown", year, edition, state.Results.Count));
        var isDraft = edition is not null
            || state.Phase is Phase.Voting or Phase.Adjusting && await readers.CheckAsync(year, zone, actor, position, cancellation) is null;
        return isDraft
            ? await DraftAsync(state, zone, actor, position, cancellation)
            : await ResultAsync(year, edition: null, zone, actor, position, cancellation);
    }

    /// <summary>What would be recorded now of one zone.</summary>
    /// <inheritdoc cref="DraftResultAsync(int, Actor, long, CancellationToken)"/>
    public async Task<YearResult> DraftResultAsync(int year, string zone, Actor actor, long position, CancellationToken cancellation) =>
        await DraftAsync((await CurrentAsync(year, position, cancellation)).State, zone, actor, position, cancellation);

    /// <summary>The year as it was when a result was worked out: of an edition when it was recorded, of a draft at the position.</summary>
    internal async Task<AssessmentYear> StateOfAsync(YearResult result, long position, CancellationToken cancellation)
    {
        var history = await reader.HistoryAsync<AssessmentEvent>(AssessmentYear.StreamId(result.Year), position, cancellation);
        return AssessmentYear.Stream(result.Year).Fold(
            history.TakeWhile(recorded => recorded.Event is not ScorecardsRecorded scorecards || scorecards.Edition != result.Edition));
    }

    /// <summary>What would be different; records nothing.</summary>
    /// <exception cref="RefusedRequestException">
    /// <c>figures-not-frozen</c>, or as <see cref="AssessmentReaders"/> or <see cref="WhatIf"/> refuses.
    /// </exception>
    public async Task<ResultDifference> WhatIfAsync(int year, WhatIf question, Actor actor, long position, CancellationToken cancellation)
    {
        var state = (await CurrentAsync(year, position, cancellation)).State;
        await readers.RequireAsync(year, zone: null, actor, position, cancellation);
        var (difference, refusal) = question.Ask(await facts.OfAsync(state, position, cancellation));
        return difference ?? throw new RefusedRequestException(refusal!);
    }

    /// <exception cref="RefusedRequestException"><c>assessment-not-opened</c>.</exception>
    internal async Task<StreamState<AssessmentYear>> CurrentAsync(int year, long position, CancellationToken cancellation)
    {
        var current = await reader.ReadAsync(AssessmentYear.Stream(year), position, cancellation);
        return current.State.Phase == Phase.None
            ? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "assessment-not-opened", year))
            : current;
    }

    private async Task<YearResult> DraftAsync(
        AssessmentYear state, string? zone, Actor actor, long position, CancellationToken cancellation)
    {
        await readers.RequireAsync(state.Year, zone, actor, position, cancellation);
        var drawn = await facts.DrawAsync(state, position, cancellation);
        return new(state.Year, Edition: null, drawn.Hash, IsPublished: false, RecordedOn: null, Ratification: null, drawn.Content);
    }

    private static OwnBallot Own(OpenedBallot ballot, bool isSealed, int times) =>
        new(ballot.Zone, ballot.Criterion, ballot.Level, ballot.Reason, ballot.Evidence, isSealed, times);

    private static bool SeesAll(Actor actor) => actor.Role is Role.Secretary or Role.Chair or Role.Auditor;

    private static IEnumerable<DeclarationView> Declarations(AssessmentYear state, Actor actor) =>
        from declared in state.Declarations
        orderby declared.Key.Zone, declared.Key.Member
        let text = SeesAll(actor) || declared.Key.Member == actor.Officer ? declared.Value.Text : null
        select new DeclarationView(declared.Key.Member, declared.Key.Zone, declared.Value.Interest, text);

    private static VotingView Voting(AssessmentYear state, AssessmentScheme scheme, ProgrammeDocument programme, Actor actor, long position)
    {
        var criteria = scheme.Tree.SelfAndBelow().Count(node => node.Rule?.Kind == RuleKind.Committee);
        var cast = state.Sealed.Keys.Union(state.Opened.Keys).Distinct().ToLookup(key => key.Member);
        MemberTally[] tallies =
        [
            .. state.Members.Select(member => new MemberTally(
                member.Officer,
                programme.ZonesIn(Period.OfYear(state.Year)).Count(zone => !state.IsRecused(member.Officer, zone)) * criteria,
                cast[member.Officer].Count())),
        ];
        return new(
            tallies.Sum(tally => tally.Expected), tallies.Sum(tally => tally.Cast),
            [.. tallies.Where(tally => SeesAll(actor) || tally.Member == actor.Officer)],
            [
                // By the state of the moment, so that a moment is always answered alike.
                .. state.Opened.Values.Where(ballot => ReadMaterial.Check(state, actor, position, [ballot.Zone]) is null).OrderBy(ballot => ballot.Zone, StringComparer.Ordinal)
                    .ThenBy(ballot => ballot.Criterion, StringComparer.Ordinal).ThenBy(ballot => ballot.Member, StringComparer.Ordinal),
            ]);
    }
}
