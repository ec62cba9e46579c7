using Ledger.Api.Web;

namespace Ledger.Api.Access;

[TextsOfACapability]
public sealed class AccessTexts;
