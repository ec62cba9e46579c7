using System.Text.Json;

namespace Ledger.Domain;

/// <summary>The word by which programs know a value: in JSON, in documents, in addresses.</summary>
public static class EnumWords
{
    /// <summary>Such as <c>on_schedule</c>.</summary>
    public static string Word(this Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
