using Ledger.Api.Web;

namespace Ledger.Api.Audit.Pages;

/// <summary>Words of the pages on which events are found, read and compared.</summary>
[TextsOfACapability]
public sealed class EventPagesTexts;
