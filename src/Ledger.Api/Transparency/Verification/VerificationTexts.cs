using Ledger.Api.Web;

namespace Ledger.Api.Transparency.Verification;

[TextsOfACapability]
public sealed class VerificationTexts;
