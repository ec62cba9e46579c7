using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Assessment;

/// <summary>The assessment scheme that comes with the ledger: a proposal, in force only once it is adopted. The plan orders an assessment and gives none.</summary>
public static class ProposedScheme
{
    private static readonly Lazy<AssessmentScheme> LazyDocument = new(() =>
    {
        using var stream = typeof(ProposedScheme).Assembly.GetManifestResourceStream("scheme.v1.json")
            ?? throw new InvalidOperationException("scheme.v1.json is not part of this build.");
        return JsonSerializer.Deserialize<AssessmentScheme>(stream, LedgerJson.Options)
            ?? throw new InvalidOperationException("scheme.v1.json is empty.");
    });

    public static AssessmentScheme Document => LazyDocument.Value;
}
