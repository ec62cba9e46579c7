using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Assessment.Committee;
using Microsoft.AspNetCore.DataProtection;

namespace Ledger.Api.Assessment;

/// <summary>Seals ballots under keys that are not kept in the database, one purpose a year.</summary>
/// <remarks>
/// Before it is sealed a ballot is filled up to whole blocks, so that the length of what is stored does not tell how much was written.
/// Who may have one opened is for the caller to see to.
/// </remarks>
public sealed class BallotBox(IDataProtectionProvider keys)
{
    private const int Block = 2048;

    /// <summary>Fresh and random, lower-case hexadecimal.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BallotSeal.SaltLength));

    public string Seal(int year, OpenedBallot ballot)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(ballot, LedgerJson.Options);
        var filled = new byte[(sizeof(int) + content.Length + Block - 1) / Block * Block];
        BinaryPrimitives.WriteInt32BigEndian(filled, content.Length);
        content.CopyTo(filled, sizeof(int));
        return Convert.ToBase64String(For(year).Protect(filled));
    }

    /// <returns>Null where it cannot be opened, or is not what was committed to.</returns>
    public OpenedBallot? Open(int year, SealedBallot ballot)
    {
        try
        {
            var filled = For(year).Unprotect(Convert.FromBase64String(ballot.Sealed));
            var content = filled.AsSpan(sizeof(int), BinaryPrimitives.ReadInt32BigEndian(filled));
            var opened = JsonSerializer.Deserialize<OpenedBallot>(content, LedgerJson.Options);
            return opened is not null && BallotSeal.Commit(year, opened) == ballot.Commitment ? opened : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException or ArgumentException)
        {
            // Not sealed by this ledger's keys: whoever asked refuses it with ballot-broken.
            return null;
        }
    }

    private IDataProtector For(int year) => keys.CreateProtector(string.Create(CultureInfo.InvariantCulture, $"ballots/{year}"));
}
