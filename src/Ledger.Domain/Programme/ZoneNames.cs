namespace Ledger.Domain.Programme;

/// <summary>What a zone is called, whole and short.</summary>
/// <param name="ShortName">As a notice's sentence calls it, such as 蘇尼特開發區.</param>
/// <param name="ListName">As a list calls it before another zone, such as 白音華.</param>
/// <param name="CommitteeName">Its administrative committee's.</param>
public sealed record ZoneNames(Name Name, Name ShortName, Name ListName, Name CommitteeName)
{
    /// <summary>The longest name, in characters.</summary>
    public const int Longest = 200;

    internal IEnumerable<Fault?> Faults(string at) =>
        from named in new[] { ("name", Name), ("shortName", ShortName), ("listName", ListName), ("committeeName", CommitteeName) }
        from word in new[] { ("zhHant", named.Item2.ZhHant), ("zhHans", named.Item2.ZhHans), ("en", named.Item2.En) }
        select RequestFaults.Text($"{at}/{named.Item1}/{word.Item1}", word.Item2, Longest);
}
