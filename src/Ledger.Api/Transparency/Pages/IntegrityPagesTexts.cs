using Ledger.Api.Web;

namespace Ledger.Api.Transparency.Pages;

[TextsOfACapability]
public sealed class IntegrityPagesTexts;
