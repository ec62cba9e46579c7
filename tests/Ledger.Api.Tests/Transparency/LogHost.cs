using Ledger.Api.Access;
using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;
using Microsoft.AspNetCore.Hosting;

namespace Ledger.Api.Tests.Transparency;

/// <summary>A ledger whose log is signed, with two witnesses outside of whom one has to agree.</summary>
public class LogHost : LedgerHost
{
    private readonly string directory = Directory.CreateTempSubdirectory("ledger-log-").FullName;
    private readonly bool isCopy;

    public LogHost()
    {
        Keys = Path.Combine(directory, "keys");
        (Audit, Zone) = (new(Path.Combine(directory, "audit")), new(Path.Combine(directory, "zone")));
        File.WriteAllText(Path.Combine(directory, "policy"), $"""
            witness audit {Audit.OpenKey("audit.example").Key}
            witness zone {Zone.OpenKey("zone.example").Key}
            group one any audit zone
            quorum one

            """);
    }

    private LogHost(LogHost before)
    {
        isCopy = true;
        (directory, Keys, Audit, Zone) = (before.directory, before.Keys, before.Audit, before.Zone);
    }

    /// <summary>The directory of the ledger's keys.</summary>
    public string Keys { get; }

    /// <summary>What the audit office keeps as a witness.</summary>
    public WitnessState Audit { get; }

    public WitnessState Zone { get; }

    public NoteSigner AuditKey => Audit.OpenKey("audit.example");

    /// <summary>Where a witness's command keeps its state.</summary>
    public string AuditDirectory => Path.Combine(directory, "audit");

    /// <summary>Another program over the same database, keys and witnesses, which remembers nothing of this one.</summary>
    public async Task<LogHost> RestartAsync()
    {
        var again = new LogHost(this);
        await again.StartAsync(Database);
        return again;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!isCopy)
            Directory.Delete(directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting(AccessModule.KeysDirectory, Keys);
        builder.UseSetting(TransparencyModule.PolicyFile, Path.Combine(directory, "policy"));
    }
}
