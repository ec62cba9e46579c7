using Ledger.Api.Web;

namespace Ledger.Api.Assessment.Pages;

/// <summary>Words of the pages about assessment schemes.</summary>
[TextsOfACapability]
public sealed class SchemePagesTexts;
