using Ledger.Api.Access;
using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;
using Microsoft.AspNetCore.Hosting;

namespace Ledger.Api.Tests.Transparency;

/// <summary>A ledger whose log is signed, with two witnesses outside of whom one has to agree.</summary>
public class LogHost : LedgerHost
{
    private readonly string directory = Directory.CreateTempSubdirectory("ledger-log-").FullName;
    private readonly string? patience;
    private readonly bool isCopy;

    public LogHost()
    {
        Keys = Path.Combine(directory, "keys");
        (Audit, Zone) = (new(Path.Combine(directory, "audit")), new(Path.Combine(directory, "zone")));
        File.WriteAllText(PolicyFile, $"""
            witness audit {Audit.OpenKey("audit.example").Key}
            witness zone {Zone.OpenKey("zone.example").Key}
            group one any audit zone
            quorum one

            """);
    }

    private LogHost(LogHost before, string? patience)
    {
        (isCopy, this.patience) = (true, patience);
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

    private string PolicyFile => Path.Combine(directory, "policy");

    /// <summary>Another program over the same database, keys and witnesses, which remembers nothing of this one.</summary>
    /// <param name="policy">Instead of the one before; null: the same.</param>
    /// <param name="patience">For how many hours it waits for its witnesses; null: as usual.</param>
    public async Task<LogHost> RestartAsync(string? policy = null, string? patience = null)
    {
        if (policy is not null)
            await File.WriteAllTextAsync(PolicyFile, policy);
        var again = new LogHost(this, patience);
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
        builder.UseSetting(TransparencyModule.PolicyFile, PolicyFile);
        builder.UseSetting(TransparencyModule.WitnessPatience, patience);
    }
}
