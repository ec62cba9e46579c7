using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>What every act on a return is held to, whoever does it.</summary>
internal static class ReturnRules
{
    /// <summary>The longest text, in characters, that a note, a reason or an answer may be.</summary>
    public const int LongestText = 2000;

    /// <summary>The zone acts on its own return.</summary>
    public static Refusal? ByZone(ZoneReturn state, ProgrammeDocument programme, Actor actor) =>
        Permissions.Check(actor, Act.ReportFigures, state.Zone) ?? Due(state, programme);

    /// <summary>The ledger's clock acts.</summary>
    public static Refusal? ByClock(ZoneReturn state, ProgrammeDocument programme, Actor actor) =>
        Permissions.Check(actor, Act.RecordDeadlines) ?? Due(state, programme);

    /// <summary>The bureau acts. Four eyes: nobody reviews the return of their own zone, of one they hosted in its time or since, or one they wrote to.</summary>
    public static Refusal? ByReviewer(ZoneReturn state, ProgrammeDocument programme, Actor actor)
    {
        if ((Permissions.Check(actor, Act.ReviewReturns) ?? Due(state, programme)) is { } refusal)
            return refusal;
        var hosts = programme.FindZone(state.Zone)?.HostsSince(state.Period.Start) ?? [];
        var own = actor.Organisation == state.Zone
            || hosts.Contains(actor.Organisation)
            || actor.Zone == state.Zone
            || state.Figures.Values.Any(figure => figure.StatedBy.Officer == actor.Officer)
            || state.Submissions.Any(submission => submission.By.Officer == actor.Officer);
        return own ? Refusal.Of(RefusalKind.NotAllowed, "own-return", actor.Officer, state.Zone) : null;
    }

    /// <summary>The date of the paper: today unless given, never to come, never before the last act on the return.</summary>
    public static (LocalDate On, Refusal? Refusal) Dated(ZoneReturn state, LocalDate? on, LocalDate today) =>
        DocumentDate.Of(on, state.LastActOn, today);

    /// <summary>A text that has to be there.</summary>
    public static Fault? Text(string pointer, string? text) => RequestFaults.Text(pointer, text, LongestText);

    /// <summary>A text that may be there.</summary>
    public static Fault? Length(string pointer, string? text) => RequestFaults.Length(pointer, text, LongestText);

    /// <summary>The return exists: its zone and its period are the programme's, and something is due for that kind of period.</summary>
    private static Refusal? Due(ZoneReturn state, ProgrammeDocument programme)
    {
        if (programme.FindZone(state.Zone) is null)
            return Refusal.Of(RefusalKind.NotFound, "zone-unknown", state.Zone, string.Join(", ", programme.Zones.Select(z => z.Code)));
        if (!programme.Covers(state.Period))
            return Refusal.Of(RefusalKind.NotFound, "period-outside-programme", state.Period, programme.FirstYear, programme.LastYear);
        return programme.IsThereIn(state.Zone, state.Period)
            ? null
            : Refusal.Of(RefusalKind.Conflict, "zone-not-in-period", state.Zone, state.Period);
    }
}
