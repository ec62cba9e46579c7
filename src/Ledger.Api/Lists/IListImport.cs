using Ledger.Api.Store;
using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Api.Lists;

/// <summary>One kind of list that can be imported. Every row obeys the command that a page would send.</summary>
public interface IListImport
{
    /// <summary>Under which a page finds it, such as <c>tasks</c>.</summary>
    string Name { get; }

    /// <summary>Who may import this list at all; what each row says is checked besides.</summary>
    Act Act { get; }

    /// <summary>What the columns mean, for the form; the same that are written.</summary>
    Task<IReadOnlyList<Column>> ColumnsAsync(CancellationToken cancellation);

    /// <summary>Records every row, in one transaction, or none; a dry run records none and says what it would.</summary>
    Task<ListOutcome> ImportAsync(Sheet sheet, bool isDryRun, WriteContext context, CancellationToken cancellation);
}

/// <summary>A row that could be read, as an act.</summary>
/// <param name="On">The date of its paper; null: today. Acts are decided in the order of their dates, so a list need not be sorted.</param>
/// <param name="What">What it would record, in the reader's words.</param>
/// <param name="FieldOf">The column that a refusal or fault of the act is about; null: the row as a whole.</param>
public sealed record ListAct<TState, TEvent>(
    ListRow Row, LocalDate? On, string What, Step<TState, TEvent> Step, Func<string, string?> FieldOf)
    where TEvent : notnull;

/// <summary>What became of a list, or would become of it.</summary>
/// <param name="Rows">How many it has.</param>
/// <param name="Faults">By row and column. Where there is one, nothing was recorded.</param>
/// <param name="Lines">The rows that record something, in the order of the file.</param>
/// <param name="Written">Null for a dry run, and where there are faults.</param>
public sealed record ListOutcome(Sheet Sheet, int Rows, IReadOnlyList<ListFault> Faults, IReadOnlyList<ListLine> Lines, WriteResult? Written);

/// <param name="Row">As a table program numbers it.</param>
/// <param name="What">In the reader's words.</param>
public sealed record ListLine(int Row, string What);
