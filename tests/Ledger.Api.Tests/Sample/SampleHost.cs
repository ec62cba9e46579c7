using Ledger.Api.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Sample;

/// <summary>The whole program, the ledger's clock included, over a ledger that holds the sample and nothing else.</summary>
public class SampleHost : LedgerHost
{
    protected override bool KeepsDeadlines => true;

    public SampleLedger Sample => Services.GetRequiredService<SampleLedger>();

    public override async ValueTask InitializeAsync()
    {
        await StartAsync();
        await Sample.LoadAsync(Password, CancellationToken.None);
    }
}

/// <summary>The sample is loaded once for all tests of the collection; they only read it.</summary>
[CollectionDefinition(Name)]
public sealed class ReadersOfTheSample : ICollectionFixture<SampleHost>
{
    public const string Name = "readers of the sample";
}

/// <summary>Somebody stopped the program while it was loading.</summary>
public sealed class InterruptedSample : SampleHost
{
    protected override bool KeepsDeadlines => false;

    public override async ValueTask InitializeAsync()
    {
        await StartAsync();
        using var interrupt = new CancellationTokenSource();
        var loading = Sample.LoadAsync(Password, interrupt.Token);
        while ((await Reader.HeadAsync(CancellationToken.None)).Position < 300 && !loading.IsCompleted)
            await Task.Delay(5);
        await interrupt.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(loading);
    }
}
