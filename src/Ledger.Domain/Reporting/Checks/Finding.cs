namespace Ledger.Domain.Reporting.Checks;

/// <summary>What a check has to say about a return. The words are found by <see cref="Code"/>, as for a <see cref="Fault"/>.</summary>
/// <param name="Check">The check and the series, such as <c>jump/op_revenue</c>; what an explanation refers to.</param>
/// <param name="Arguments">Fill the places of the code's text; a <see cref="Name"/> is said in the reader's language.</param>
public sealed record Finding(string Check, CheckLevel Level, string Code, string Series, IReadOnlyList<object> Arguments)
{
    internal static Finding Of(string check, CheckLevel level, string code, Programme.Series series, params object[] arguments) =>
        new($"{check}/{series.Code}", level, code, series.Code, [series.Name, .. arguments]);

    /// <summary>Where a form shows it: the figure.</summary>
    public string Pointer => $"/figures/{Series}";

    public Fault At(string pointer) => new(pointer, Code, Arguments);

    public bool Equals(Finding? other) =>
        other is not null && Check == other.Check && Level == other.Level && Code == other.Code && Series == other.Series
        && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Check, Level, Code, Series, Arguments.Count);
}

public enum CheckLevel
{
    /// <summary>The return cannot be submitted so.</summary>
    Error,

    /// <summary>The return can be submitted with an explanation.</summary>
    Warning,
}
