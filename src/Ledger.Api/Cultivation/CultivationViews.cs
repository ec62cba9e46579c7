using Ledger.Domain;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Cultivation;

/// <summary>Every zone there is or was, as it stands at the moment asked about.</summary>
/// <param name="Day">The day on which things stand so.</param>
public sealed record ZoneBoard(LocalDate Day, int ProgrammeVersion, IReadOnlyList<ZoneEntry> Zones);

/// <param name="Name">The last it bore.</param>
/// <param name="IsThere">Whether it is one of the league's zones on the day.</param>
/// <param name="Stage">Null: it was not selected for cultivation.</param>
/// <param name="Conditions">How many conditions are confirmed as met, as unmet, and how many are open.</param>
public sealed record ZoneEntry(
    string Code, Name Name, Name ShortName, bool IsThere, LocalDate? From, LocalDate? Until, Track Track, ZoneGoal Goal, string? Host,
    Stage? Stage, ConditionCount Conditions);

public sealed record ConditionCount(int Met, int Unmet, int Open);

/// <summary>One zone whole: what it was called, what it came from and became, and how far its cultivation has come.</summary>
/// <param name="Zone">As the programme in force has it: the plan's track, goal and commitment, and the host that was entered.</param>
/// <param name="Names">In the order in which they were borne; the last still is, unless the zone ended.</param>
/// <param name="Host">The code of the government that hosts it on the day; null: none is entered.</param>
/// <param name="Hosts">In the order in which they hosted it; the last still does, unless the zone ended.</param>
/// <param name="Breaks">Where its series break, or only bear another name from.</param>
/// <param name="Selection">As it was decided; null: it was not selected.</param>
/// <param name="Next">The stage that comes next; null: none does, or it was not selected.</param>
/// <param name="History">Everything that happened to its cultivation, in order.</param>
/// <param name="Version">Of the cultivation's stream, for <c>If-Match</c>.</param>
public sealed record ZoneView(
    Zone Zone, int ProgrammeVersion, LocalDate Day, bool IsThere, string? Host, IReadOnlyList<BorneName> Names,
    IReadOnlyList<HostingGovernment> Hosts, IReadOnlyList<Break> Breaks,
    Selection? Selection, Stage? Stage, Stage? Next, IReadOnlyList<StageStep> Course, Checklist Checklist,
    IReadOnlyList<CultivationStep> History, LocalDate? LastActOn, long Version);

/// <param name="From">Null: from before the programme.</param>
/// <param name="Until">Null: it still bears it.</param>
public sealed record BorneName(Name Name, LocalDate? From, LocalDate? Until);

/// <param name="Host">An organisation's code; null: none is entered for the time.</param>
/// <param name="From">Null: from before the programme, or as long as nothing else is known.</param>
/// <param name="Until">Null: it still does.</param>
public sealed record HostingGovernment(string? Host, LocalDate? From, LocalDate? Until);

/// <summary>One act on a zone's cultivation, as the ledger holds it.</summary>
/// <param name="Type">The stored name of its kind.</param>
public sealed record CultivationStep(long Position, Instant RecordedAt, LocalDate On, string Type, string Officer, string Organisation);

/// <summary>The conditions as they stand, and how each zone stands to them.</summary>
/// <param name="Version">Of their stream, for <c>If-Match</c>.</param>
public sealed record EligibilityView(
    IReadOnlyList<Criterion> Criteria, IReadOnlyList<ZoneConditions> Zones, LocalDate? LastActOn, long Version);

/// <param name="Standings">By the criterion's number.</param>
public sealed record ZoneConditions(string Zone, Name Name, ConditionCount Conditions, IReadOnlyDictionary<int, CriterionStanding> Standings);
