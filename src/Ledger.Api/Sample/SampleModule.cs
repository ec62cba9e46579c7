namespace Ledger.Api.Sample;

/// <summary>The sample ledger, to be loaded into an empty one.</summary>
public static class SampleModule
{
    public static WebApplicationBuilder AddSample(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SampleLedger>();
        return builder;
    }
}
