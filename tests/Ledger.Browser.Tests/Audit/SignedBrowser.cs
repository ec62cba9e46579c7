using Ledger.Api.Access;
using Ledger.Api.Sample;
using Ledger.Api.Transparency;
using Ledger.Domain.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Browser.Tests.Audit;

/// <summary>A browser before the sample ledger, whose log is signed; one witness is known, who saw it almost as it is now.</summary>
public class SignedBrowser : BrowserHost
{
    private readonly string directory = Directory.CreateTempSubdirectory("ledger-signed-").FullName;

    /// <summary>The size of the log that the witness saw.</summary>
    public long Witnessed { get; private set; }

    /// <summary>Where its keys are, and those of its witnesses.</summary>
    protected string Folder => directory;

    /// <summary>Who witnesses.</summary>
    protected virtual string Policy => $"witness audit {new WitnessState(Path.Combine(directory, "audit")).OpenKey("audit.example").Key}\n";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override async Task FillAsync()
    {
        await Services.GetRequiredService<SampleLedger>().LoadAsync(Password, CancellationToken.None);
        var checkpoint = (await Services.GetRequiredService<Checkpoints>().NowAsync(CancellationToken.None))!;
        var line = new WitnessState(Path.Combine(directory, "audit")).OpenKey("audit.example").Under(checkpoint.Note.Text, checkpoint.MadeAt);
        (await Services.GetRequiredService<Cosignatures>().TakeAsync(checkpoint.Size, $"{line}\n", CancellationToken.None)).ShouldBeNull();
        // The log grew since, and the witness has not looked again.
        await AppointAsync("late", "XLA", Role.Auditor);
        await Services.GetRequiredService<Checkpoints>().NowAsync(CancellationToken.None);
        Witnessed = checkpoint.Size;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        var policy = Path.Combine(directory, "policy");
        File.WriteAllText(policy, Policy.Contains("quorum ", StringComparison.Ordinal) ? Policy : $"{Policy}quorum audit\n");
        builder.UseSetting(AccessModule.KeysDirectory, Path.Combine(directory, "keys"));
        builder.UseSetting(TransparencyModule.PolicyFile, policy);
    }
}
