using Ledger.Api.Web;

namespace Ledger.Api.Reporting.Pages;

[TextsOfACapability]
public sealed class ReturnPagesTexts;
