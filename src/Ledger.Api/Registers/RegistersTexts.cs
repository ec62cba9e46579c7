using Ledger.Api.Web;

namespace Ledger.Api.Registers;

[TextsOfACapability]
public sealed class RegistersTexts;
