using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ledger.Domain.Assessment.Committee;

/// <summary>Commits a member to a ballot without telling it: the hash is stored when it is cast, the ballot and its salt when voting closes.</summary>
/// <remarks>
/// The text that is hashed has a line each for year, member, zone, criterion, level, reason, evidence and salt, every line written
/// as its length in UTF-8 bytes, a colon and the content, so that no two ballots have one text.
/// </remarks>
public static class BallotSeal
{
    /// <summary>The salt's length in bytes; it is given as lower-case hexadecimal.</summary>
    public const int SaltLength = 32;

    /// <returns>SHA-256, 64 lower-case hexadecimal digits.</returns>
    public static string Commit(int year, OpenedBallot ballot)
    {
        string[] lines =
        [
            year.ToString(CultureInfo.InvariantCulture), ballot.Member, ballot.Zone, ballot.Criterion,
            ballot.Level.ToString("0.############", CultureInfo.InvariantCulture), ballot.Reason,
            string.Join(' ', ballot.Evidence), ballot.Salt,
        ];
        var text = string.Concat(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(line)}:{line}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>A ballot as it was cast.</summary>
/// <param name="Level">One of the criterion's levels.</param>
/// <param name="Evidence">At least one reference (<see cref="BallotEvidence"/>).</param>
/// <param name="Salt">Random, so that a guess at the ballot cannot be tried against the commitment.</param>
public sealed record OpenedBallot(
    string Member, string Zone, string Criterion, decimal Level, string Reason, IReadOnlyList<string> Evidence, string Salt)
{
    internal BallotKey Key => new(Member, Zone, Criterion);
}

/// <summary>What a member has at most one ballot on.</summary>
public readonly record struct BallotKey(string Member, string Zone, string Criterion);

/// <param name="Times">How often the member has cast it; the stream keeps every one.</param>
public sealed record SealedBallot(string Commitment, string Sealed, int Times);
