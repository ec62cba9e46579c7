using System.Globalization;
using Ledger.Domain;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;

namespace Ledger.Api.Notices.Paper;

/// <summary>What a target asks for, in a table's few words: 20%以上, 1—2個, 年均增30%.</summary>
public static class TargetTerms
{
    public static string Of(TargetStanding target, TextsIn words, Language language)
    {
        var terms = target.Terms;
        var unit = terms.Period == PeriodSemantics.AverageGrowth ? "%" : target.ValueUnit.In(language);
        var value = terms.Upper is { } upper
            ? words["paper.terms.range", Text(terms.Value), Text(upper), unit]
            : words[$"paper.terms.{(terms.Comparator == Comparator.AtLeast ? "at-least" : "bare")}", Text(terms.Value), unit];
        var asked = words[terms.Period switch
        {
            PeriodSemantics.ByLastYear => "paper.terms.by-last-year",
            PeriodSemantics.Cumulative => "paper.terms.cumulative",
            PeriodSemantics.EachYear => "paper.terms.each-year",
            _ => "paper.terms.average-growth",
        }, value];
        return terms.Force == Force.Strive ? words["paper.terms.strive", asked] : asked;
    }

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
