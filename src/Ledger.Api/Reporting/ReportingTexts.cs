using Ledger.Api.Web;

namespace Ledger.Api.Reporting;

[TextsOfACapability]
public sealed class ReportingTexts;
