using Ledger.Api.Programme;
using Ledger.Domain.Programme;
using NodaTime;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Persistence.Durability.ScheduledMessageManagement;
using Wolverine.Runtime;

namespace Ledger.Api.Reporting;

/// <summary>The programme's deadlines, each put on the clock as a message that outlives the program.</summary>
/// <remarks>See ops/decisions/0004.</remarks>
public sealed class Deadlines(Overdue overdue, Programmes programmes, IWolverineRuntime messages, IClock clock)
{
    /// <summary>
    /// Records what fell overdue by now, puts every deadline to come on the clock, and takes off it what is none any more.
    /// Doing it again changes nothing.
    /// </summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        await using var alone = await overdue.HoldAsync(cancellation);
        var now = clock.GetCurrentInstant();
        await overdue.RecordDueAsync(now, cancellation);

        var programme = (await programmes.FindInForceAsync(position: null, cancellation))?.Document;
        var toCome = (programme?.Periods() ?? []).Select(programme!.DueAt).Where(dueAt => dueAt > now).ToHashSet();
        foreach (var scheduled in await ScheduledAsync(cancellation))
        {
            if (!toCome.Remove(scheduled.At))
                await messages.Storage.ScheduledMessages.CancelAsync(new() { MessageIds = [scheduled.Id] }, cancellation);
        }

        var bus = new MessageBus(messages);
        foreach (var dueAt in toCome.Order())
            await bus.PublishAsync(new DeadlinePassed(dueAt), new DeliveryOptions { ScheduledTime = dueAt.ToDateTimeOffset() });
    }

    /// <summary>When the messages that are on the clock will come.</summary>
    public async Task<IReadOnlyList<Instant>> OnTheClockAsync(CancellationToken cancellation) =>
        [.. (await ScheduledAsync(cancellation)).Select(scheduled => scheduled.At)];

    private async Task<IReadOnlyList<(Guid Id, Instant At)>> ScheduledAsync(CancellationToken cancellation)
    {
        var found = await messages.Storage.ScheduledMessages.QueryAsync(
            new ScheduledMessageQuery { MessageType = DeadlinePassed.Name, PageSize = int.MaxValue }, cancellation);
        return [.. found.Messages.Select(message => (message.Id, Instant.FromDateTimeOffset(message.ScheduledTime!.Value)))];
    }
}

/// <summary>To oneself: a deadline is over by now.</summary>
[MessageIdentity(Name)]
public sealed record DeadlinePassed(Instant DueAt)
{
    public const string Name = "deadline_passed";
}

/// <summary>What was on the clock has come; which returns it concerns, the programme in force by then decides.</summary>
public static class DeadlinePassedHandler
{
    public static Task HandleAsync(DeadlinePassed passed, Deadlines deadlines, CancellationToken cancellation) =>
        deadlines.KeepAsync(cancellation);
}
