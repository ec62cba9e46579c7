using Ledger.Api.Web;

namespace Ledger.Api.Conference;

[TextsOfACapability]
public sealed class ConferenceTexts;
