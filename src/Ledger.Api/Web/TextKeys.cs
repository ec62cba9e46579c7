using System.Text.Json;
using Ledger.Domain;

namespace Ledger.Api.Web;

/// <summary>The key under which a word of the domain has its text: <c>role.reviewer</c>, <c>force.strive</c>.</summary>
public static class TextKeys
{
    public static string TextKey(this Enum value) => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(value.GetType().Name)}.{value.Word()}";
}
