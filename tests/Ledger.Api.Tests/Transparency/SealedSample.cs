using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Domain.Access;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Transparency;

/// <summary>The sample ledger with its log signed at several sizes, stopped; each test works on a copy of its database.</summary>
public sealed class SealedSample : IAsyncLifetime
{
    private string database = "";

    /// <summary>The log's public key.</summary>
    public NoteKey Key { get; private set; } = null!;

    /// <summary>How many entries there are, all of them under the last checkpoint.</summary>
    public long Size { get; private set; }

    /// <summary>The sizes at which a checkpoint was signed.</summary>
    public IReadOnlyList<long> Stages { get; private set; } = [];

    /// <summary>The position of a figure as it was first reported.</summary>
    public long AFigure { get; private set; }

    public long AnotherFigure { get; private set; }

    /// <summary>The position at which a notice was issued.</summary>
    public long ANotice { get; private set; }

    /// <summary>The last checkpoint under the log's name, signed by somebody else.</summary>
    public string SignedByAnother { get; private set; } = "";

    /// <summary>The last checkpoint as the log's own key could sign it, with an untrue word about how far the streams had come.</summary>
    public string WithOtherStreams { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await using var host = new SignedSampleHost();
        await host.InitializeAsync();
        var checkpoints = host.Services.GetRequiredService<Checkpoints>();
        var stages = new List<long> { (await checkpoints.NowAsync(CancellationToken.None))!.Size };
        for (var i = 0; i < 3; i++)
        {
            await host.AppointAsync($"more.{i}", "XLA", Role.Auditor);
            await host.AppointAsync($"and.more.{i}", "XLA", Role.Auditor);
            stages.Add((await checkpoints.NowAsync(CancellationToken.None))!.Size);
        }

        var last = (await checkpoints.LatestAsync(CancellationToken.None))!;
        (Stages, Size) = (stages, last.Size);
        Key = (await host.Services.GetRequiredService<LogKeys>().HistoryAsync(position: null, CancellationToken.None)).Current!.Key;
        var seed = Ed25519.NewSeed();
        var other = new NoteSigner(new NoteKey(Key.Name, NoteKeyKind.Log, Ed25519.PublicKeyOf(seed)), Ed25519.With(seed));
        SignedByAnother = new SignedNote(last.Note.Text, [other.Under(last.Note.Text)]).ToString();
        var signer = (await host.Services.GetRequiredService<LogKeys>().SignersAsync(CancellationToken.None))[0];
        var untrue = Checkpoint.TryParse(last.Note.Text, out var checkpoint) ? (checkpoint with { Streams = MerkleTree.EmptyRoot }).Text : "";
        WithOtherStreams = new SignedNote(untrue, [signer.Under(untrue)]).ToString();
        long[] figures = [.. (await host.Reader.OfKindsAsync<object>(["figure_reported"], -1, Size, CancellationToken.None)).Take(2).Select(each => each.Provenance.Position)];
        (AFigure, AnotherFigure) = (figures[0], figures[1]);
        ANotice = (await host.Reader.OfKindsAsync<object>(["notice_issued"], -1, Size, CancellationToken.None))[0].Provenance.Position;
        await host.Services.GetRequiredService<ReadModels>().ReachAsync(Size - 1, CancellationToken.None);
        database = host.Database;
    }

    /// <summary>A copy of the database, held by its superuser.</summary>
    public async Task<NpgsqlDataSource> CopyAsync() => Source(TestDatabase.AsSuperuser(await TestDatabase.CopyAsync(database)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NpgsqlDataSource Source(string connection)
    {
        var builder = new NpgsqlDataSourceBuilder(connection);
        builder.UseNodaTime();
        return builder.Build();
    }
}
