using Ledger.Api.Access;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Bundles;
using Ledger.Api.Transparency.Completeness;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency;

/// <summary>The log: its tree, its keys, its checkpoints and their witnesses.</summary>
public static class TransparencyModule
{
    /// <summary>A file that names the witnesses and how many have to agree (C2SP tlog-policy); without one there are none.</summary>
    public const string PolicyFile = "LEDGER_LOG_POLICY";

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
        services.AddSingleton<LedgerVerification>();
        services.AddSingleton<SelfChecks>();
        services.AddSingleton(_ => ReadPolicy(builder.Configuration[PolicyFile]));
        if (purpose == Purpose.Serve)
        {
            services.AddHostedService<CheckpointClock>();
            services.AddHostedService<SelfCheckClock>();
        }

        return builder;
    }

    private static TrustPolicy ReadPolicy(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return TrustPolicy.Of();
        return TrustPolicy.TryParse(File.ReadAllText(path), out var policy, out var complaint)
            ? policy
            : throw new InvalidDataException($"{PolicyFile} names {path}, which is no policy. {complaint}");
    }
}
