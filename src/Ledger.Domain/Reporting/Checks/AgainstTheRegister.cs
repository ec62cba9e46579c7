namespace Ledger.Domain.Reporting.Checks;

/// <summary>A count is what the register of institutions counts, or the zone says why not.</summary>
/// <remarks>
/// The names in question are those that came since the quarter before, where the return states fewer, and those that went, where it states
/// more, such as one whose certificate ended. All names behind a count stand beside it in the register's comparison.
/// </remarks>
internal static class AgainstTheRegister
{
    /// <summary>How many names a finding holds; a longer list is cut off with an ellipsis.</summary>
    private const int MostNames = 10;

    public static IEnumerable<Finding> Run(CheckContext context) =>
        from stated in context.Stated
        join registered in context.Registered on stated.Series.Code equals registered.Series
        where stated.Value != registered.Count
        let names = stated.Value < registered.Count ? registered.Came : registered.Went
        select Finding.Of(
            "register", CheckLevel.Warning, "register-differs", stated.Series, stated.Value, (decimal)registered.Count, Names(names));

    private static object Names(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "—",
        > MostNames => names.Take(MostNames).Append("…").Cast<object>().ToList(),
        _ => names.Cast<object>().ToList(),
    };
}
