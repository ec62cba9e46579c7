using Ledger.Api.Web;

namespace Ledger.Api.Audit.Pages;

/// <summary>Words of findings and revisions, and of the pages that show them.</summary>
[TextsOfACapability]
public sealed class FindingPagesTexts;
