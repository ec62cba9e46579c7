using Ledger.Api.Web;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What the pages of a year's result say.</summary>
[TextsOfACapability]
public sealed class ResultPagesTexts;
