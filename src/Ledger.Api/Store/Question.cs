using Npgsql;

namespace Ledger.Api.Store;

/// <summary>Something to be read from the database, asked together with others in one round trip.</summary>
internal abstract class Question
{
    protected abstract NpgsqlBatchCommand Command { get; }

    protected abstract Task TakeAsync(NpgsqlDataReader row, CancellationToken cancellation);

    /// <remarks>In their order; each sees what was committed when its turn came.</remarks>
    public static async Task AskAsync(
        NpgsqlDataSource database, IEnumerable<Question> questions, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        Question[] asked = [.. questions];
        foreach (var question in asked)
            batch.BatchCommands.Add(question.Command);
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        foreach (var question in asked)
        {
            await question.TakeAsync(row, cancellation);
            await row.NextResultAsync(cancellation);
        }
    }
}
