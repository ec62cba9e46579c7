using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.Measures;

/// <summary>What is measured, and how each number came about.</summary>
public static class MeasuresModule
{
    public static WebApplicationBuilder AddMeasures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Explanations>();
        builder.Services.AddSingleton<IndicatorReadings>();
        builder.Services.AddSingleton<IClauseFacts, MeasureClauses>();
        return builder;
    }
}
