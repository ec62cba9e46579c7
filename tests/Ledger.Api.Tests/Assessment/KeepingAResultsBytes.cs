using System.Text.Json;
using Ledger.Api.Assessment;
using Ledger.Api.Store;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Robustness;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Tests.Assessment;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Assessment;

/// <summary>A result is hashed as bytes, so the bytes outlive the database, which keeps a document and not its text.</summary>
public class KeepingAResultsBytes(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly ResultContent Content = PublishedPapers.Of(
        WorkedExample.Year2023.With("DLN", "S09", new MetricValue.NotApplicable("zero-base")).With("XLHT", "Q14", new MetricValue.Missing("missing")) with
        {
            Recusals = [new("member-5", "XLHT")],
            Vetoes = [new("DLN", "V1")],
        }) with
    {
        Robustness = Robust.State(PublishedPapers.Scheme, WorkedExample.Year2023, seed: 2023, draws: 50),
    };

    [Fact]
    public async Task Read_back_from_the_ledger_it_has_the_bytes_it_had()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var said = JsonSerializer.Serialize(new ScorecardsRecorded(new(2024, 3, 8), 1, CanonicalResult.HashOf(Content), Content), LedgerJson.Options);
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using (var connection = await source.OpenConnectionAsync(cancellation))
            await RawEvents.InsertAsync(connection, AssessmentYear.StreamId(2023), 1, "scorecards_recorded", said, cancellation);
        await using var text = source.CreateCommand("select data::text from ledger.mt_events where type = 'scorecards_recorded'");
        ((string)(await text.ExecuteScalarAsync(cancellation))!).ShouldNotBe(said);

        var history = await host.Services.GetRequiredService<LedgerReader>()
            .HistoryAsync<AssessmentEvent>(AssessmentYear.StreamId(2023), position: null, cancellation);
        var read = history.ShouldHaveSingleItem().Event.ShouldBeOfType<ScorecardsRecorded>().Content;
        CanonicalResult.BytesOf(read).ShouldBe(CanonicalResult.BytesOf(Content));
        read.Basis.Zones[0].Metrics["Q02"].ShouldBe(new MetricValue.Known(16));

        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var marten = (await session.Events.FetchStreamAsync(AssessmentYear.StreamId(2023), token: cancellation)).ShouldHaveSingleItem();
        CanonicalResult.HashOf(marten.Data.ShouldBeOfType<ScorecardsRecorded>().Content).ShouldBe(CanonicalResult.HashOf(Content));
    }

    [Fact]
    public void What_follows_from_its_parts_is_not_written_again()
    {
        var zone = JsonSerializer.SerializeToNode(Content, LedgerJson.Options)!["zones"]![0]!.AsObject();
        zone.ShouldNotContainKey("criteria");
        zone.ShouldNotContainKey("base");
    }

    [Fact]
    public void The_order_in_which_figures_came_in_does_not_show()
    {
        var other = Content with
        {
            Basis = Content.Basis with
            {
                Zones = [.. Content.Basis.Zones.Select(zone => zone with { Metrics = zone.Metrics.Reverse().ToDictionary() })],
            },
        };
        CanonicalResult.HashOf(other).ShouldBe(CanonicalResult.HashOf(Content));
    }
}
