namespace Ledger.Api.Web.Http;

/// <summary>Words of the HTTP conventions and of the language itself.</summary>
[TextsOfACapability]
public sealed class HttpTexts;
