using Ledger.Api.Access;
using Ledger.Api.Tests.Sample;
using Microsoft.AspNetCore.Hosting;

namespace Ledger.Api.Tests.Transparency;

/// <summary>The sample ledger, with a key to sign its log.</summary>
public sealed class SignedSampleHost : SampleHost
{
    private readonly string keys = Directory.CreateTempSubdirectory("ledger-keys-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(keys, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting(AccessModule.KeysDirectory, keys);
    }
}
