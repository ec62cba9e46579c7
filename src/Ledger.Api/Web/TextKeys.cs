using System.Text.Json;

namespace Ledger.Api.Web;

/// <summary>The key under which a word of the domain has its text: <c>role.reviewer</c>, <c>force.strive</c>.</summary>
public static class TextKeys
{
    public static string TextKey(this Enum value) => $"{SnakeCase(value.GetType().Name)}.{SnakeCase(value.ToString())}";

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
