namespace Ledger.Api.Audit.Pages;

/// <summary>A page that reads the history as a whole, as <c>AuditNav</c> lists them.</summary>
public enum AuditPart
{
    /// <summary>Every event, and each on a page of its own: <c>/events</c>.</summary>
    Events,

    /// <summary>What there is to ask about: <c>/findings</c>.</summary>
    Findings,

    /// <summary>How accepted figures changed afterwards: <c>/revisions</c>.</summary>
    Revisions,

    /// <summary>Two moments side by side: <c>/compare</c>.</summary>
    Compare,

    /// <summary>Who vouches for the history, and whether it held when it was last verified: <c>/integrity</c>.</summary>
    Integrity,
}
