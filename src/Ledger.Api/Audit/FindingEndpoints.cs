using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;

namespace Ledger.Api.Audit;

/// <summary>Questions and revisions over HTTP, for everyone in office.</summary>
public static class FindingEndpoints
{
    public static void MapFindings(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("/findings", (
                string? kind, string? zone, string? period, FindingReports findings, AsOf asOf, CancellationToken cancellation) =>
                findings.ReadAsync(kind, zone, period is null ? null : ReturnAddress.PeriodIn(period), asOf, cancellation))
            .Answers<FindingReport>(
                "What an auditor may ask about: each question with its figures, its events and the thresholds it was found by",
                StatusCodes.Status404NotFound);
        audit.MapGet("/revisions", (
                string? series, string? zone, RevisionReports revisions, AsOf asOf, CancellationToken cancellation) =>
                revisions.ReadAsync(series, zone, asOf, cancellation))
            .Answers<RevisionReport>(
                "Accepted figures by release, their revisions by horizon and kind, and what read otherwise for them",
                StatusCodes.Status404NotFound);
    }
}
