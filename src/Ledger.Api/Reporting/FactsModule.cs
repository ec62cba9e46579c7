using JasperFx.Events.Projections;
using Ledger.Api.Store;
using Marten;

namespace Ledger.Api.Reporting;

/// <summary>The facts' read model, the evidence's keeping, and the deadlines.</summary>
public static class FactsModule
{
    public static WebApplicationBuilder AddFacts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Facts>();
        builder.Services.AddSingleton<EvidenceStore>();
        builder.Services.AddSingleton<IRebuildable, FactsRebuild>();
        builder.Services.ConfigureMarten((services, options) =>
            options.Projections.Add(new FactsProjection(services.GetRequiredService<LedgerReader>()), ProjectionLifecycle.Async));
        return builder;
    }

    /// <summary>Only where the program serves: a command that does one thing and ends leaves the deadlines alone.</summary>
    public static WebApplicationBuilder AddDeadlines(this WebApplicationBuilder builder, Purpose purpose)
    {
        builder.Services.AddSingleton<Overdue>();
        builder.Services.AddSingleton<Deadlines>();
        if (purpose == Purpose.Serve)
            builder.Services.AddHostedService<DeadlineClock>();
        return builder;
    }
}
