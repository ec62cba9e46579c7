using Ledger.Api.Web;

namespace Ledger.Api.Reporting;

/// <summary>Words about the papers that bear figures out.</summary>
[TextsOfACapability]
public sealed class EvidenceTexts;
