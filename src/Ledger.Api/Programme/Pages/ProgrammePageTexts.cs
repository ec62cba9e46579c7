using Ledger.Api.Web;

namespace Ledger.Api.Programme.Pages;

/// <summary>Words of the pages that show the programme, and of every part of its document (<c>part.NAME</c>).</summary>
[TextsOfACapability]
public sealed class ProgrammePageTexts;
