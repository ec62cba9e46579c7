using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.Reporting;

/// <summary>Returns: figures, their checks, submission, review, acceptance and correction.</summary>
public static class ReportingModule
{
    public static WebApplicationBuilder AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Returns>();
        builder.Services.AddSingleton<IClauseFacts, ReportingClauses>();
        builder.Services.AddSingleton<ReturnActs>();
        return builder;
    }
}
