using Microsoft.AspNetCore.Identity;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Access;

/// <summary>Passwords, hashed by ASP.NET Core Identity; after repeated failures a name is locked for a while.</summary>
public sealed class Credentials(NpgsqlDataSource database, IClock clock, ListeningAddresses addresses)
{
    public const int FailuresBeforeLock = 5;

    public static Duration LockedFor { get; } = Duration.FromMinutes(5);

    private static readonly string NobodysHash = new PasswordHasher<string>().HashPassword("", Guid.NewGuid().ToString());

    private readonly PasswordHasher<string> hasher = new();

    /// <param name="sample">Whether it is a sample account's, which opens nothing but on a loopback address.</param>
    public async Task SetAsync(string officer, string password, bool sample, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            insert into ledger.credential (officer, password_hash, sample) values ($1, $2, $3)
            on conflict (officer) do update
               set password_hash = excluded.password_hash, sample = excluded.sample, failures = 0, locked_until = null
            """);
        command.Parameters.AddWithValue(officer);
        command.Parameters.AddWithValue(hasher.HashPassword(officer, password));
        command.Parameters.AddWithValue(sample);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<PasswordVerdict> CheckAsync(string officer, string password, CancellationToken cancellation)
    {
        var (hash, lockedUntil) = await FindAsync(officer, cancellation);
        if (lockedUntil > clock.GetCurrentInstant())
            return PasswordVerdict.Locked;

        // An unknown name costs as much time as a known one, so that names cannot be tried out.
        var right = hasher.VerifyHashedPassword(officer, hash ?? NobodysHash, password) != PasswordVerificationResult.Failed && hash is not null;
        if (hash is not null)
            await CountAsync(officer, right, cancellation);
        return right ? PasswordVerdict.Right : PasswordVerdict.Wrong;
    }

    private async Task<(string? Hash, Instant? LockedUntil)> FindAsync(string officer, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select password_hash, locked_until from ledger.credential where officer = $1 and (not sample or $2)");
        command.Parameters.AddWithValue(officer);
        command.Parameters.AddWithValue(addresses.AreLoopback);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? (row.GetString(0), await row.IsDBNullAsync(1, cancellation) ? null : row.GetFieldValue<Instant>(1))
            : (null, null);
    }

    private async Task CountAsync(string officer, bool right, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(right
            ? "update ledger.credential set failures = 0, locked_until = null where officer = $1 and failures > 0"
            : """
              update ledger.credential
                 set failures = case when failures + 1 >= $2 then 0 else failures + 1 end,
                     locked_until = case when failures + 1 >= $2 then $3 end
               where officer = $1
              """);
        command.Parameters.AddWithValue(officer);
        if (!right)
        {
            command.Parameters.AddWithValue(FailuresBeforeLock);
            command.Parameters.AddWithValue(clock.GetCurrentInstant() + LockedFor);
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}

public enum PasswordVerdict
{
    Right,
    Wrong,

    /// <summary>Too many failures lately; even the right password is not looked at.</summary>
    Locked,
}
