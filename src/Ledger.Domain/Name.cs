namespace Ledger.Domain;

/// <summary>A name in the three languages of the ledger. <see cref="ZhHant"/> is the plan's own spelling.</summary>
public sealed record Name(string ZhHant, string ZhHans, string En)
{
    public string In(Language language) => language switch
    {
        Language.ZhHant => ZhHant,
        Language.ZhHans => ZhHans,
        Language.En => En,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>In the order of <see cref="Language"/>.</summary>
    public IEnumerable<string> InEvery() => [ZhHant, ZhHans, En];
}

/// <summary>The reader's language. Official texts are zh-Hant, in the plan's own spelling.</summary>
public enum Language
{
    ZhHant,
    ZhHans,
    En,
}
