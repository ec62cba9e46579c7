using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Programme;

namespace Ledger.Api.Lists;

/// <summary>Takes a list whole or not at all, and finds everything that stands against it at once.</summary>
public sealed class ListImporter(LedgerWriter writer, Today today)
{
    /// <param name="acts">Of every row that could be read.</param>
    public async Task<ListOutcome> ImportAsync<TState, TEvent>(
        ListTable table, IReadOnlyList<ListAct<TState, TEvent>> acts, bool isDryRun, WriteContext context, CancellationToken cancellation)
        where TEvent : notnull
    {
        ListAct<TState, TEvent>[] ordered = [.. acts.OrderBy(act => act.On ?? today.Date)];
        Step<TState, TEvent>[] steps = [.. ordered.Select(act => act.Step)];
        WriteResult? written = null;
        IReadOnlyList<Decision<TEvent>> decisions = [];
        // Rows that cannot be read keep the list from being recorded, but not the others from being looked at.
        if (steps.Length > 0 && (isDryRun || table.Faults.Any()))
            decisions = await writer.ForeseeAllAsync(steps, ProgrammeHistory.Stream.Id, context.Actor, cancellation);
        else if (steps.Length > 0)
            (written, decisions) = await writer.WriteAllAsync(steps, ProgrammeHistory.Stream.Id, context, cancellation);

        foreach (var (act, decision) in ordered.Zip(decisions))
            Refuse(act.Row, act.FieldOf, decision.Refusal);
        ListFault[] faults = [.. table.Faults.OrderBy(fault => fault.Row)];
        ListLine[] lines =
        [
            .. ordered.Zip(decisions).Where(pair => pair.Second.Events.Count > 0)
                .Select(pair => new ListLine(pair.First.Row.Number, pair.First.What)).OrderBy(line => line.Row),
        ];
        return new(table.Sheet, table.Rows.Count, faults, lines, faults.Length > 0 ? null : written);
    }

    private static void Refuse(ListRow row, Func<string, string?> fieldOf, Refusal? refusal)
    {
        if (refusal is null)
            return;
        if (refusal.Faults.Count == 0)
            row.Refuse(fieldOf(refusal.Code), refusal);
        foreach (var fault in refusal.Faults)
            row.Refuse(fieldOf(fault.Pointer), fault);
    }
}
