using Ledger.Api.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Browser.Tests;

/// <summary>A browser before the sample ledger, loaded once for all tests of the collection; they only read it.</summary>
public sealed class SampleBrowser : BrowserHost
{
    protected override Task FillAsync() =>
        Services.GetRequiredService<SampleLedger>().LoadAsync(Password, CancellationToken.None);
}

[CollectionDefinition(Name)]
public sealed class ReadersOfTheSample : ICollectionFixture<SampleBrowser>
{
    public const string Name = "readers of the sample";
}
