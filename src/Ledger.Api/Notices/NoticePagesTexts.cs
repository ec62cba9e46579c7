using Ledger.Api.Web;

namespace Ledger.Api.Notices;

[TextsOfACapability]
public sealed class NoticePagesTexts;
