using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Results under the scheme that the program ships.</summary>
internal static class PublishedPapers
{
    public static AssessmentScheme Scheme { get; } = JsonSerializer.Deserialize<AssessmentScheme>(
        File.ReadAllText(Path.Combine(TestDatabase.Repository, "src", "Ledger.Api", "Assessment", "scheme.v1.json")), LedgerJson.Options)!;

    public static ResultContent Of(Basis basis) => ResultContent.Of(programme: 2, position: 4711, Scheme, basis);
}
