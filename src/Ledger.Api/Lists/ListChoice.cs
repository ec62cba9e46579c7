using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Lists;

/// <summary>One of a few values that a cell may name.</summary>
/// <param name="Code">As programs write it.</param>
/// <param name="Names">As people write it, in any language.</param>
public sealed record ListChoice<T>(T Value, string Code, params IReadOnlyList<string> Names)
{
    public bool IsNamed(string text) =>
        Names.Prepend(Code).Any(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The choices that a column has.</summary>
internal static class ListChoices
{
    /// <summary>Every value of an enum, by its word or by its name in any language.</summary>
    public static IReadOnlyList<ListChoice<T>> OfEach<T>(ITexts texts)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new ListChoice<T>(value, value.Word(), [.. texts.NameOf(value.TextKey()).InEvery()]))];
}
