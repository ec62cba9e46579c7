using System.Security.Cryptography;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using Npgsql;

namespace Ledger.Api.Reporting;

/// <summary>Keeps papers under the SHA-256 of their bytes. The same paper is kept once, under its first name; none is ever changed.</summary>
public sealed class EvidenceStore(NpgsqlDataSource database)
{
    /// <summary>The largest paper taken, in bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private const int LongestName = 200;

    /// <remarks>
    /// Refuses with <c>not-allowed</c>, <c>evidence-too-large</c>, or with <c>evidence-refused</c> and what is wrong: <c>evidence-empty</c>,
    /// <c>evidence-name-malformed</c>, <c>evidence-type-not-taken</c>, <c>evidence-not-what-it-says</c>.
    /// </remarks>
    /// <param name="name">The file's name; a path before it is dropped.</param>
    /// <param name="mediaType">As declared; the bytes decide whether it is true.</param>
    public async Task<EvidenceResult> KeepAsync(
        Stream content, string name, string? mediaType, Actor actor, CancellationToken cancellation)
    {
        if (Permissions.Check(actor, Act.KeepEvidence) is { } notAllowed)
            return new EvidenceResult.Refused(notAllowed);
        if (await ReadAsync(content, cancellation) is not { } bytes)
            return new EvidenceResult.Refused(Refusal.Of(RefusalKind.TooLarge, "evidence-too-large", Largest / 1024 / 1024));
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        var declared = MediaTypes.Declared(mediaType, name);
        if (FaultIn(bytes, name, declared) is { } fault)
            return new EvidenceResult.Refused(Refusal.OfFaults(RefusalKind.Invalid, "evidence-refused", [fault]));

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using var command = database.CreateCommand("""
            insert into ledger.evidence (sha256, name, media_type, size, content, kept_by) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            """);
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(name);
        command.Parameters.AddWithValue(declared!);
        command.Parameters.AddWithValue((long)bytes.Length);
        command.Parameters.AddWithValue(bytes);
        command.Parameters.AddWithValue(actor.Officer);
        var isNew = await command.ExecuteNonQueryAsync(cancellation) == 1;
        return new EvidenceResult.Kept((await FindAsync([hash], cancellation))[hash], isNew);
    }

    /// <summary>What is known of the papers with these hashes; a hash that is not kept is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Evidence>> FindAsync(IEnumerable<string> hashes, CancellationToken cancellation)
    {
        string[] wanted = [.. hashes.Distinct()];
        var found = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        if (wanted.Length == 0)
            return found;
        await using var command = database.CreateCommand(
            "select sha256, name, media_type, size from ledger.evidence where sha256 = any($1)");
        command.Parameters.AddWithValue(wanted);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            found.Add(row.GetString(0), new Evidence(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)));
        return found;
    }

    /// <returns>Null for a hash that is not kept.</returns>
    /// <exception cref="InvalidDataException">The bytes kept under the hash are not those it was taken of.</exception>
    public async Task<OpenedEvidence?> OpenAsync(string sha256, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select name, media_type, size, content from ledger.evidence where sha256 = $1");
        command.Parameters.AddWithValue(sha256);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return null;
        var content = row.GetFieldValue<byte[]>(3);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256
            ? new OpenedEvidence(new Evidence(sha256, row.GetString(0), row.GetString(1), row.GetInt64(2)), content)
            : throw new InvalidDataException($"The paper kept under {sha256} has been damaged: its bytes have another hash.");
    }

    private static Fault? FaultIn(byte[] bytes, string name, string? declared)
    {
        if (bytes.Length == 0)
            return Fault.At("/file", "evidence-empty");
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return Fault.At("/file", "evidence-name-malformed", LongestName);
        if (declared is null)
            return Fault.At("/file", "evidence-type-not-taken", MediaTypes.Names);
        return MediaTypes.IsTrue(declared, bytes) ? null : Fault.At("/file", "evidence-not-what-it-says", name, declared);
    }

    /// <returns>Null when there is more than is taken.</returns>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (buffer.Length + read > Largest)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}

public abstract record EvidenceResult
{
    private EvidenceResult()
    {
    }

    /// <param name="IsNew">False: the same bytes were kept already.</param>
    public sealed record Kept(Evidence Evidence, bool IsNew) : EvidenceResult;

    public sealed record Refused(Refusal Refusal) : EvidenceResult;
}

public sealed record OpenedEvidence(Evidence Evidence, ReadOnlyMemory<byte> Content);
