using Ledger.Api.Web;

namespace Ledger.Api.Audit;

/// <summary>Words of codes, of events and of their kinds.</summary>
[TextsOfACapability]
public sealed class AuditTexts;
