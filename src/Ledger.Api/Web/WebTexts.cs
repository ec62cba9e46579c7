namespace Ledger.Api.Web;

/// <summary>Words of what surrounds every page.</summary>
[TextsOfACapability]
public sealed class WebTexts;
