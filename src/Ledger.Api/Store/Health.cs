using Npgsql;

namespace Ledger.Api.Store;

/// <summary>Whether the program runs, and whether it can do its work.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(
        NpgsqlDataSource database, LedgerReader reader, ReadModels readModels, IEnumerable<IReadiness> others, ILoggerFactory logs, CancellationToken cancellation)
    {
        try
        {
            await using var schema = database.CreateCommand("select to_regclass('ledger.ledger_entry') is not null");
            if (await schema.ExecuteScalarAsync(cancellation) is not true)
                return NotReady("migrated", "The database has not been migrated.");
            var head = await reader.HeadAsync(cancellation);
            if (readModels.FindStopped() is { } stopped)
                return NotReady("read-models", stopped.ToString());
            await readModels.ReachAsync(head.Position, cancellation);
            foreach (var other in others)
            {
                if (await other.FindFaultAsync(cancellation) is { } fault)
                    return NotReady(fault.What, fault.Why);
            }

            return Results.Ok(new { status = "ready", position = head.Position });
        }
        catch (ProjectionBehindException behind)
        {
            return NotReady("read-models", readModels.FindStopped()?.ToString() ?? behind.Message);
        }
        catch (NpgsqlException exception)
        {
            logs.CreateLogger(typeof(Health)).LogError(exception, "The database does not answer.");
            return NotReady("database", "The database does not answer.");
        }
    }

    private static IResult NotReady(string what, string why) =>
        Results.Json(new { status = "not ready", what, why }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
