using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.Cultivation;

/// <summary>The zones' way to the region's level, and what becomes of the zones themselves.</summary>
public static class CultivationModule
{
    public static WebApplicationBuilder AddCultivation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CultivatedZones>();
        builder.Services.AddSingleton<CultivationActs>();
        builder.Services.AddSingleton<ZoneActs>();
        builder.Services.AddSingleton<IClauseFacts, CultivationClauses>();
        return builder;
    }
}
