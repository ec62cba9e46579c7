using Ledger.Api.Web;

namespace Ledger.Api.Cultivation;

[TextsOfACapability]
public sealed class CultivationTexts;
