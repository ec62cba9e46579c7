using Ledger.Api.Measures;

namespace Ledger.Api.Notices.Pages;

/// <summary>Where on the page a source stands.</summary>
public static class FactId
{
    public static string Of(SourceFact fact) => FormattableString.Invariant($"fact-{fact.Zone}-{fact.Series}-{fact.Period}-{fact.Version}");
}
