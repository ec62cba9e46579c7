using Ledger.Api.Web;

namespace Ledger.Api.Programme;

[TextsOfACapability]
public sealed class ProgrammeTexts;
