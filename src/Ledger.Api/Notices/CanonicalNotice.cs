using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Notices;

namespace Ledger.Api.Notices;

/// <summary>A notice's content as bytes: the one form that is hashed, compared and handed out.</summary>
/// <remarks>
/// <see cref="LedgerJson"/> without white space, members in the order in which the records declare them. The database keeps
/// numbers with their digits and texts as they are, so content read back from an event has the bytes it was frozen with.
/// </remarks>
public static class CanonicalNotice
{
    public static byte[] BytesOf(NoticeContent content) => JsonSerializer.SerializeToUtf8Bytes(content, LedgerJson.Options);

    /// <returns>SHA-256, 64 lower-case hexadecimal digits.</returns>
    public static string HashOf(NoticeContent content) => Convert.ToHexStringLower(SHA256.HashData(BytesOf(content)));
}
