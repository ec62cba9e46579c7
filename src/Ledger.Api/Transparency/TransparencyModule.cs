using System.Globalization;
using Ledger.Api.Access;
using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Bundles;
using Ledger.Api.Transparency.Completeness;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Transparency;

/// <summary>The log: its tree, its keys, its checkpoints and their witnesses.</summary>
public static class TransparencyModule
{
    /// <summary>A file that names the witnesses and how many have to agree (C2SP tlog-policy); without one there are none.</summary>
    public const string PolicyFile = "LEDGER_LOG_POLICY";

    /// <summary>For how many hours what the log signed may wait for its witnesses, 0 to 8760; 48 unless set.</summary>
    public const string WitnessPatience = "LEDGER_WITNESS_PATIENCE";

    private const int UsualPatience = 48;
    private const int LongestPatience = 8_760;

    public static WebApplicationBuilder AddTransparency(this WebApplicationBuilder builder, Purpose purpose)
    {
        var services = builder.Services;
        services.AddSingleton<LogTree>();
        services.AddSingleton<IRootAt>(provider => provider.GetRequiredService<LogTree>());
        services.AddSingleton<StreamHeads>();
        services.AddSingleton(new LogKeyFiles(builder.Configuration[AccessModule.KeysDirectory]));
        services.AddSingleton<LogKeys>();
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<Cosignatures>();
        services.AddSingleton<SignatureCheck>(Ed25519.Check);
        services.AddSingleton<HistoryProofs>();
        services.AddSingleton<EntryReaders>();
        services.AddSingleton<IReadiness, LogReadiness>();
        services.AddSingleton<BundleWriter>();
        services.AddSingleton<FactsCheck>();
        services.AddSingleton<RegisterCheck>();
        services.AddSingleton<LedgerVerification>();
        services.AddSingleton<SelfChecks>();
        services.AddSingleton(_ => ReadPolicy(builder.Configuration[PolicyFile]));
        services.AddSingleton(provider => new WitnessAttendance(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<Cosignatures>(), provider.GetRequiredService<IClock>(),
            ReadPatience(builder.Configuration[WitnessPatience])));
        if (purpose == Purpose.Serve)
        {
            services.AddHostedService<CheckpointClock>();
            services.AddHostedService<SelfCheckClock>();
            services.AddHttpClient<WitnessCall>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(20), 64 * 1024)).RemoveAllLoggers();
            services.AddHostedService<WitnessClock>();
        }

        return builder;
    }

    private static Duration ReadPatience(string? hours) =>
        string.IsNullOrEmpty(hours) ? Duration.FromHours(UsualPatience)
        : int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LongestPatience ? Duration.FromHours(number)
        : throw new InvalidDataException($"{WitnessPatience} is {hours}; it is a number of hours from 0 to {LongestPatience}.");

    private static TrustPolicy ReadPolicy(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return TrustPolicy.Of();
        return TrustPolicy.TryParse(File.ReadAllText(path), out var policy, out var complaint)
            ? policy
            : throw new InvalidDataException($"{PolicyFile} names {path}, which is no policy. {complaint}");
    }
}
