using Ledger.Api.Web;

namespace Ledger.Api.Transparency;

[TextsOfACapability]
public sealed class TransparencyTexts;
