using Ledger.Api.Web;

namespace Ledger.Api.Lists;

[TextsOfACapability]
public sealed class ListsTexts;
