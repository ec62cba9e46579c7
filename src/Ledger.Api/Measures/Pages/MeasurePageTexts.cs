using Ledger.Api.Web;

namespace Ledger.Api.Measures.Pages;

/// <summary>Words of the pages that show where targets stand.</summary>
[TextsOfACapability]
public sealed class MeasurePageTexts;
