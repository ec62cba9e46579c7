using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Assessment.Results;

namespace Ledger.Api.Assessment;

/// <summary>A result's content as bytes: the one form that is hashed, compared and handed out.</summary>
/// <remarks>
/// <see cref="LedgerJson"/> without white space, members in the order in which the records declare them, dictionaries by key.
/// The database keeps numbers with their digits and texts as they are, so content read back from an event has the bytes it had.
/// </remarks>
public static class CanonicalResult
{
    public static byte[] BytesOf(ResultContent content) => JsonSerializer.SerializeToUtf8Bytes(content, LedgerJson.Options);

    /// <returns>SHA-256, 64 lower-case hexadecimal digits.</returns>
    public static string HashOf(ResultContent content) => Convert.ToHexStringLower(SHA256.HashData(BytesOf(content)));

    /// <summary>The content with its hash.</summary>
    public static DrawnResult Draw(ResultContent content) => new(content, HashOf(content));
}
