using Ledger.Api.Store;
using Ledger.Api.Tests.Sample;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Transparency;

/// <summary>The sample's whole history, verified from its texts.</summary>
[Collection(ReadersOfTheSample.Name)]
public sealed class VerifyingTheSample(SampleHost host)
{
    [Fact]
    public async Task Everything_that_was_published_follows_from_the_entries()
    {
        var head = await host.Reader.HeadAsync(TestContext.Current.CancellationToken);
        var source = new DatabaseSource(host.Services.GetRequiredService<NpgsqlDataSource>(), 0, head.Size);
        var root = (await host.Services.GetRequiredService<IRootAt>().AtSizeAsync(head.Size, TestContext.Current.CancellationToken))!;
        var key = new NoteKey("ledger.example/league", NoteKeyKind.Log, new byte[32]);
        var note = new SignedNote(new Checkpoint(key.Name, head.Size, root).Text, [new(key.Name, key.Id, new byte[64])]);
        var report = await new HistoryVerification(EventNames.OfTheLedger(), (_, _, _) => true).RunAsync(
            source, CompactRange.Empty, [note], TrustPolicy.Of(key), progress: null, TestContext.Current.CancellationToken);
        report.Divergences.ShouldBeEmpty();
        report.Notices.ShouldBeGreaterThan(10);
        report.IsRecomputed.ShouldBeTrue();
    }
}
