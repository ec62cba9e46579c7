using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.Programme;

/// <summary>The programme: what is measured, by whom, against what, and when.</summary>
public static class ProgrammeModule
{
    public static WebApplicationBuilder AddProgramme(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Programmes>();
        builder.Services.AddSingleton<ProgrammeActs>();
        builder.Services.AddSingleton<PlanCoverage>();
        builder.Services.AddSingleton<Allocations>();
        builder.Services.AddSingleton<AllocationActs>();
        return builder;
    }
}
