using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.Conference;

/// <summary>The joint conference: who sits in it, its meetings, what it decided, and what rests on that.</summary>
public static class ConferenceModule
{
    public static WebApplicationBuilder AddConference(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Meetings>();
        builder.Services.AddSingleton<ConferenceActs>();
        builder.Services.AddSingleton<IClauseFacts, ConferenceClauses>();
        return builder;
    }
}
