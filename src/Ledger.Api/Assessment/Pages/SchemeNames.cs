using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What a scheme calls its parts, in the reader's language; what it does not know keeps its id.</summary>
/// <param name="other">Asked for what the first does not know: of a scheme that was superseded.</param>
public sealed class SchemeNames(AssessmentScheme scheme, AssessmentScheme? other = null)
{
    private readonly AssessmentScheme[] schemes = other is null ? [scheme] : [scheme, other];

    /// <summary>Whether it is the whole, of which everything else is a part.</summary>
    public bool IsWhole(string node) => node == scheme.Tree.Id;

    /// <summary>Of a criterion or dimension, with its id; of the whole, its name alone.</summary>
    public string Node(string id) => id == scheme.Tree.Id
        ? scheme.Tree.Name.In(Texts.Language)
        : Find(of => of.Tree.SelfAndBelow().FirstOrDefault(node => node.Id == id)?.Name) is { } name ? $"{id} {name}" : id;

    public string Metric(string id) => Find(of => of.Metrics.FirstOrDefault(metric => metric.Id == id)?.Name) ?? id;

    /// <returns>A dash where there is no grade.</returns>
    public string Grade(string? id) => id is null ? "—" : Find(of => of.Grades.FirstOrDefault(grade => grade.Id == id)?.Name) ?? id;

    public string Outcome(string id) =>
        Find(of => of.Grades.SelectMany(grade => grade.Outcomes).FirstOrDefault(outcome => outcome.Id == id)?.Text) ?? id;

    /// <summary>Of a bonus or deduction item, with its id.</summary>
    public string Item(string id) =>
        Find(of => of.Bonus.Items.Concat(of.Deduction.Items).FirstOrDefault(item => item.Id == id)?.Name) is { } name ? $"{id} {name}" : id;

    /// <summary>Of a veto item, with its id.</summary>
    public string Veto(string id) => Find(of => of.Vetoes.FirstOrDefault(veto => veto.Id == id)?.Name) is { } name ? $"{id} {name}" : id;

    private string? Find(Func<AssessmentScheme, Name?> name) => schemes.Select(name).FirstOrDefault(found => found is not null)?.In(Texts.Language);
}
