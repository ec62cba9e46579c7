using Ledger.Api.Web;

namespace Ledger.Api.Assessment;

[TextsOfACapability]
public sealed class AssessmentTexts;
