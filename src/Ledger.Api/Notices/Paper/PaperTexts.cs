using Ledger.Api.Web;

namespace Ledger.Api.Notices.Paper;

[TextsOfACapability]
public sealed class PaperTexts;
