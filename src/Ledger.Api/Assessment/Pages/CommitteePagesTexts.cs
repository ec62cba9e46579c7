using Ledger.Api.Web;

namespace Ledger.Api.Assessment.Pages;

/// <summary>Words of the pages on which a year is opened, led and scored.</summary>
[TextsOfACapability]
public sealed class CommitteePagesTexts;
