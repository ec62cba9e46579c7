namespace Ledger.Domain.Registers;

/// <summary>
/// What an institution is known by: its unified social credit code (統一社會信用代碼, GB 32100-2015, 18 characters with a check character), or,
/// for a carrier that is no legal person, an agreed local code such as <c>L-XLHT-001</c>.
/// </summary>
public static class InstitutionCode
{
    public const string LocalPrefix = "L-";

    /// <summary>The longest local code.</summary>
    public const int LongestLocal = 40;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Weighted = 17;

    /// <returns><c>institution-code-malformed</c>, <c>institution-code-check</c>, or null when it is one.</returns>
    public static Fault? Check(string pointer, string code)
    {
        if (code.StartsWith(LocalPrefix, StringComparison.Ordinal))
        {
            return code.Length is > 4 and <= LongestLocal && code.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-')
                ? null
                : Fault.At(pointer, "institution-code-malformed", code);
        }

        if (code.Length != Weighted + 1 || code.Any(sign => !Alphabet.Contains(sign)))
            return Fault.At(pointer, "institution-code-malformed", code);
        return CheckCharacter(code[..Weighted]) == code[^1] ? null : Fault.At(pointer, "institution-code-check", code, CheckCharacter(code[..Weighted]).ToString());
    }

    /// <param name="first">The 17 characters before it, of the standard's alphabet.</param>
    public static char CheckCharacter(string first)
    {
        var (sum, weight) = (0, 1);
        foreach (var sign in first)
        {
            sum += Alphabet.IndexOf(sign, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
