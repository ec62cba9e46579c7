using Ledger.Api.Web;

namespace Ledger.Api.Measures;

[TextsOfACapability]
public sealed class MeasuresTexts;
