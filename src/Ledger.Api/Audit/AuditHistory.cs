using Ledger.Domain.Assessment;
using Ledger.Domain.Audit;
using Ledger.Domain.Audit.Findings;
using NodaTime;

namespace Ledger.Api.Audit;

/// <summary>What questions and revisions are found in, as it stood at a moment.</summary>
/// <param name="Returns">Every return that was touched.</param>
/// <param name="Cuts">In the order of the ledger.</param>
/// <param name="Results">The results in force of years that were published.</param>
/// <param name="Years">The same years, whole, but for those that were reopened since.</param>
public sealed record AuditHistory(
    IReadOnlyList<ReturnHistory> Returns, IReadOnlyList<Cut> Cuts, IReadOnlyList<PublishedResult> Results, IReadOnlyList<AssessmentYear> Years)
{
    /// <summary>The last day that any paper of it bears; null while there is none.</summary>
    public LocalDate? LastPaperOn => Returns.SelectMany(history => history.Events).Select(entry => (LocalDate?)entry.Event.On).Max();
}
