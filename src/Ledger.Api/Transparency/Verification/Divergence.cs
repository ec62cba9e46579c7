using Ledger.Api.Web;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Where a history, or what was published from it, is not what it says it is.</summary>
/// <param name="Position">Of the first record that it is about; null where it is about none.</param>
/// <param name="Code">What is wrong; its words are the text <c>divergence.CODE</c>.</param>
public sealed record Divergence(DivergenceClass Class, long? Position, string Code, params IReadOnlyList<object> Arguments)
{
    public string In(ITexts texts) => texts[$"divergence.{Code}", [.. Arguments]];

    internal static Divergence AtEntry(DivergenceClass @class, long position, string code, params object[] arguments) =>
        new(@class, position, code, [position, .. arguments]);
}

/// <summary>The kinds of divergence. The number is the exit code of <c>verify</c>.</summary>
public enum DivergenceClass
{
    /// <summary>What was given to be verified cannot be read as what it should be.</summary>
    Unreadable = 10,

    /// <summary>An entry's text does not have the hash it was sealed with.</summary>
    Body = 11,

    /// <summary>Positions, times or the versions of a stream do not follow each other.</summary>
    Order = 12,

    /// <summary>The tree over the entries does not have the root that a checkpoint states.</summary>
    Tree = 13,

    /// <summary>A checkpoint is not signed by a key that is trusted.</summary>
    Signature = 14,

    /// <summary>Too few witnesses stand by a checkpoint or have come for too long, or one of them did not sign what it is said to.</summary>
    Witness = 15,

    /// <summary>An entry is not there, or there are fewer than a checkpoint says.</summary>
    Missing = 16,

    /// <summary>What was published does not follow from the entries.</summary>
    Publication = 17,

    /// <summary>A read model does not say what the entries say.</summary>
    ReadModel = 18,
}
