using Ledger.Domain;

namespace Ledger.Api.Web;

/// <summary>What is wrong with a field, for the place beside it.</summary>
public static class FieldFaults
{
    /// <summary>In the reader's language; empty where nothing was refused, or nothing about this field.</summary>
    /// <param name="pointer">RFC 6901, into the request.</param>
    public static IReadOnlyList<string> FaultsAt(this ITexts texts, Refusal? refusal, string pointer) =>
        refusal is null ? [] : [.. refusal.Faults.Where(fault => fault.Pointer == pointer).Select(texts.TextOf)];
}
