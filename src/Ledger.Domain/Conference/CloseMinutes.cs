using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Conference;

/// <summary>The office closes the minutes, once every item is decided or there was no quorum to decide it.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>meeting-unknown</c>, <c>meeting-cancelled</c>, <c>meeting-not-held</c>, <c>minutes-closed</c>,
/// <c>items-undecided</c>, a date rule, or <c>request-at-fault</c>: <c>evidence-unknown</c>.
/// </remarks>
/// <param name="Minutes">Hash of a paper kept in the ledger.</param>
public sealed record CloseMinutes(string Minutes, LocalDate? On = null)
{
    public Decision<MeetingEvent> Decide(Meeting state, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (MeetingRules.OnItem(state, item: 1, actor) is { } refusal)
            return refusal;
        if (state.Minutes is { } closed)
        {
            return closed.Sha256 == Minutes
                ? Decision<MeetingEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "minutes-closed", state.Number);
        }

        int[] open = [.. Enumerable.Range(1, state.Items.Count).Where(item => !state.Decisions.ContainsKey(item))];
        if (state.IsQuorate && open.Length > 0)
            return Refusal.Of(RefusalKind.Conflict, "items-undecided", string.Join(", ", open));
        if (MinutesFaults.Of(Minutes, kept) is { } faults)
            return faults;
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new MinutesClosed(on, kept[Minutes]);
    }
}

/// <summary>The office puts other minutes in the place of those it closed, saying why.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>meeting-unknown</c>, <c>minutes-open</c>, a date rule, or <c>request-at-fault</c>: a missing reason,
/// <c>evidence-unknown</c>.
/// </remarks>
public sealed record CorrectMinutes(string Minutes, string Reason, LocalDate? On = null)
{
    public Decision<MeetingEvent> Decide(Meeting state, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (MeetingRules.ByOffice(state, actor) is { } refusal)
            return refusal;
        if (state.Minutes is not { } closed)
            return Refusal.Of(RefusalKind.Conflict, "minutes-open", state.Number);
        if (closed.Sha256 == Minutes)
            return Decision<MeetingEvent>.Accept();
        if (MinutesFaults.Of(Minutes, kept, ConferenceCommandRules.Text("/reason", Reason)) is { } faults)
            return faults;
        var (on, misdated) = DocumentDate.Of(On, state.LastActOn, today);
        return misdated is not null ? misdated : new MinutesCorrected(on, kept[Minutes], Reason);
    }
}

internal static class MinutesFaults
{
    public static Refusal? Of(string minutes, IReadOnlyDictionary<string, Evidence> kept, Fault? other = null) =>
        RequestFaults.Any(other, kept.ContainsKey(minutes) ? null : Fault.At("/minutes", "evidence-unknown", minutes));
}
