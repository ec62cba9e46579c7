using Ledger.Api.Web;

namespace Ledger.Api.Assessment.Pages;

/// <summary>Words of the pages about appeals and outcomes.</summary>
[TextsOfACapability]
public sealed class AppealPagesTexts;
