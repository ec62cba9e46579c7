using JasperFx.Events.Projections;
using Ledger.Api.Lists;
using Ledger.Api.Programme.Coverage;
using Ledger.Api.Store;
using Marten;

namespace Ledger.Api.Registers;

/// <summary>The register of carriers and enterprises, its read model, and what it says to the returns.</summary>
public static class RegistersModule
{
    public static WebApplicationBuilder AddRegisters(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Register>();
        builder.Services.AddSingleton<RegisterActs>();
        builder.Services.AddSingleton<RegisterTallies>();
        builder.Services.AddSingleton<RegisterComparison>();
        builder.Services.AddSingleton<RegisterHistoryList>();
        builder.Services.AddListImport<RegisterLists>();
        builder.Services.AddSingleton<IClauseFacts, RegisterClauses>();
        builder.Services.AddSingleton<IRebuildable, RegisterRebuild>();
        builder.Services.ConfigureMarten((services, options) =>
            options.Projections.Add(new RegisterProjection(services.GetRequiredService<LedgerReader>()), ProjectionLifecycle.Async));
        return builder;
    }
}
