using Ledger.Api.Web;

namespace Ledger.Api.Programme.Coverage;

[TextsOfACapability]
public sealed class CoverageTexts;
