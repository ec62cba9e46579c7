using Ledger.Api.Web;

namespace Ledger.Api.Audit.Pages;

/// <summary>Words of the page that tells what a figure went into.</summary>
[TextsOfACapability]
public sealed class TracePagesTexts;
