namespace Ledger.Domain.Access;

/// <summary>What may be done; what is decided may be read by everybody in office. One row of the table in <see cref="Permissions"/> each.</summary>
public enum Act
{
    AdoptProgramme,
    AppointOfficers,
    ReplaceLogKey,
    CheckHistory,
    ReportFigures,
    KeepEvidence,
    ReviewReturns,
    RecordDeadlines,
    IssueNotices,
    AdoptSchemes,
    RunAssessments,
    Vote,
    ReadDraftResults,
    RatifyResults,
    Appeal,
    FollowOutcomes,
    ReportTasks,
    SuperviseTasks,
    KeepConference,
    CultivateZones,
    StateEligibility,
    KeepRegisters,
}

/// <summary>Who may do what. Checked at the command, so pages, the API and imports obey it alike.</summary>
public static class Permissions
{
    /// <summary>The roles that may do this; shown in the refusal, so that a person knows whom to ask.</summary>
    public static IReadOnlyList<Role> RolesFor(Act act) => act switch
    {
        Act.AdoptProgramme => [Role.Secretary],
        Act.AppointOfficers => [Role.Administrator],
        Act.ReplaceLogKey => [Role.Administrator],
        Act.CheckHistory => [Role.Auditor, Role.Administrator, Role.Clock],
        Act.ReportFigures => [Role.Reporter],
        Act.KeepEvidence => [Role.Reporter, Role.Unit, Role.Reviewer, Role.Secretary, Role.Member, Role.Chair],
        Act.ReviewReturns => [Role.Reviewer],
        Act.RecordDeadlines => [Role.Clock],
        Act.IssueNotices => [Role.Secretary],
        Act.AdoptSchemes => [Role.Secretary],
        Act.RunAssessments => [Role.Secretary],
        Act.Vote => [Role.Member, Role.Chair],
        Act.ReadDraftResults => [Role.Member, Role.Chair, Role.Secretary, Role.Reviewer, Role.Auditor],
        Act.RatifyResults => [Role.Chair],
        Act.Appeal => [Role.Reporter],
        Act.FollowOutcomes => [Role.Secretary, Role.Reporter],
        Act.ReportTasks => [Role.Reporter, Role.Unit],
        Act.SuperviseTasks => [Role.Secretary],
        Act.KeepConference => [Role.Secretary],
        Act.CultivateZones => [Role.Secretary],
        Act.StateEligibility => [Role.Reporter],
        Act.KeepRegisters => [Role.Secretary],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <returns><c>not-allowed</c>, or null when the actor may.</returns>
    public static Refusal? Check(Actor actor, Act act) =>
        RolesFor(act).Contains(actor.Role)
            ? null
            : Refusal.Of(RefusalKind.NotAllowed, "not-allowed", act, RolesFor(act).Cast<object>().ToList());

    /// <summary>A reporter reaches only their own zone.</summary>
    /// <returns><c>not-allowed</c>, <c>not-your-zone</c>, or null when the actor may.</returns>
    public static Refusal? Check(Actor actor, Act act, string zone) =>
        Check(actor, act)
        ?? (actor.Role == Role.Reporter && actor.Zone != zone
            ? Refusal.Of(RefusalKind.NotAllowed, "not-your-zone", zone, actor.Zone ?? "—")
            : null);

    /// <summary>Whoever does a part of a task reports on it alone: a reporter for their zone, another unit's officer for their organisation.</summary>
    /// <param name="unit">A zone's code, or an organisation's.</param>
    /// <returns><c>not-allowed</c>, <c>not-your-part</c>, or null when the actor may.</returns>
    public static Refusal? CheckUnit(Actor actor, Act act, string unit)
    {
        if (Check(actor, act) is { } notAllowed)
            return notAllowed;
        var own = actor.Zone ?? actor.Organisation;
        return own == unit ? null : Refusal.Of(RefusalKind.NotAllowed, "not-your-part", unit, own);
    }
}
