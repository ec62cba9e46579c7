using Ledger.Api.Assessment;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Npgsql;

namespace Ledger.Api.Transparency;

/// <summary>Who may read entries word for word: nothing in them is kept back, so they are for those who may read all that they hold.</summary>
public sealed class EntryReaders(NpgsqlDataSource database, AssessmentReaders readers)
{
    private const string AssessmentStreams = "assessment/";

    /// <summary>The entries from one position to another, both included.</summary>
    /// <returns>As of <see cref="AssessmentReaders.CheckAsync"/>, for the first of the assessments that the actor may not read.</returns>
    public async Task<Refusal?> CheckAsync(long from, long to, Actor actor, CancellationToken cancellation)
    {
        foreach (var year in await YearsAsync(from, to, cancellation))
        {
            if (await readers.CheckAsync(year, zone: null, actor, to, cancellation) is { } refusal)
                return refusal;
        }

        return null;
    }

    /// <summary>The entries of a stream up to a position, that included.</summary>
    public async Task<Refusal?> CheckAsync(string stream, long to, Actor actor, CancellationToken cancellation) =>
        stream.StartsWith(AssessmentStreams, StringComparison.Ordinal) && await ExistsAsync(stream, cancellation)
            ? await readers.CheckAsync(AssessmentYear.YearOf(stream), zone: null, actor, to, cancellation)
            : null;

    private async Task<bool> ExistsAsync(string stream, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select exists (select from ledger.ledger_entry where stream_id = $1)");
        command.Parameters.AddWithValue(stream);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<IReadOnlyList<int>> YearsAsync(long from, long to, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select distinct stream_id from ledger.ledger_entry where stream_id like 'assessment/%' and position between $1 and $2 order by stream_id");
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(to);
        var years = new List<int>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            years.Add(AssessmentYear.YearOf(row.GetString(0)));
        return years;
    }
}
