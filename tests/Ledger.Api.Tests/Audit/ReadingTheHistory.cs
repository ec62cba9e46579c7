using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.Api.Audit;
using Ledger.Api.Store;
using Ledger.Api.Tests.Sample;
using Ledger.Domain;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Audit;

/// <summary>The events of the sample over HTTP: searched, paged, opened, taken away as a file.</summary>
public class ReadingTheHistory(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Events = "/api/audit/events";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zone=SNT", "stream_id like 'return/SNT/%' or stream_id like 'task/%/SNT' or stream_id = 'cultivation/SNT' or (stream_id like 'institution/%' and data->>'zone' = 'SNT') or ((stream_id like 'officer/%' or stream_id like 'assessment/%') and data->>'zone' = 'SNT' and (type <> 'ballot_sealed' or stream_id in (select stream_id from ledger.mt_events where type = 'result_ratified')))")]
    [InlineData("officer=stat", "user_name = 'stat'")]
    [InlineData("organisation=STAT", "headers->>'organisation' = 'STAT'")]
    [InlineData("role=clock", "headers->>'role' = 'clock'")]
    [InlineData("type=correction_requested", "type = 'correction_requested'")]
    [InlineData("stream=return/XLHT/2023-Q3", "stream_id = 'return/XLHT/2023-Q3'")]
    [InlineData("stream=return/XLHT/", "stream_id like 'return/XLHT/%'")]
    [InlineData("period=2023-Q3", "stream_id like 'return/%/2023-Q3' or stream_id = 'notice/2023-Q3'")]
    [InlineData("stream=assessment/", "stream_id like 'assessment/%'")]
    [InlineData("stream=programme/", "stream_id like 'programme/%'")]
    [InlineData("from=@100&to=@199", "position between 100 and 199")]
    [InlineData("text=重複登記", "data::text like '%重複登記%'")]
    [InlineData("text=重复登记", "false")]
    [InlineData("text=mediaType", "false")]
    [InlineData("zone=XLHT&type=figure_reported&period=2022-Q2", "stream_id = 'return/XLHT/2022-Q2' and type = 'figure_reported'")]
    public async Task Finds_what_a_plain_look_at_the_store_finds(string question, string condition)
    {
        using var auditor = await host.AsAsync("auditor");
        var expected = await PositionsAsync(condition);
        (await WalkAsync(auditor, question)).ShouldBe(expected);
        var lines = (await auditor.AskAsync($"{Events}/export?format=jsonl&{question}")).Ok().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => JsonNode.Parse(line)!["position"]!.GetValue<long>()).ShouldBe(expected.Reverse());
    }

    [Fact]
    public async Task Pages_back_and_forth_and_a_page_of_a_position_is_the_same_for_ever()
    {
        using var auditor = await host.AsAsync("auditor");
        var head = (await auditor.AskAsync($"{Events}?limit=1")).Position;
        var at = $"asOf=@{head - 5}&limit=20";
        var first = (await auditor.AskAsync($"{Events}?{at}")).Ok();
        var page = first.Read<EventPage>();
        page.Newer.ShouldBeNull();
        page.Events[0].Position.ShouldBe(head - 5);
        var second = (await auditor.AskAsync($"{Events}?{at}&before={page.Older}")).Ok();
        second.Read<EventPage>().Events[0].Position.ShouldBe(head - 25);
        var back = (await auditor.AskAsync($"{Events}?{at}&after={second.Read<EventPage>().Newer}")).Ok();
        back.Read<EventPage>().Events.ShouldBe(page.Events);
        (await auditor.AskAsync($"{Events}?{at}&after={head - 5}")).Ok().Read<EventPage>().Events.ShouldBeEmpty();

        await host.AppointAsync($"later-{head}", "XLA", Ledger.Domain.Access.Role.Auditor);
        foreach (var (address, before) in new[] { ($"{Events}?{at}", first), ($"{Events}?{at}&before={page.Older}", second) })
        {
            var again = (await auditor.AskAsync(address)).Ok();
            (again.Text, again.ETag).ShouldBe((before.Text, before.ETag));
        }
    }

    [Fact]
    public async Task Says_each_event_in_a_sentence_and_shows_it_as_it_is_written_with_its_leaf_hash()
    {
        using var auditor = await host.AsAsync("auditor");
        var found = (await auditor.AskAsync($"{Events}?type=figure_reported&zone=XLHT&period=2023-Q3&text=&limit=500")).Ok().Read<EventPage>();
        var reported = found.Events.Last(one => one.Sentence.Contains("Operating revenue", StringComparison.Ordinal));
        reported.Sentence.ShouldMatch(@"^Xilinhot.* reported Operating revenue for .*2023.*: [\d,]+\.\d\d .+$");
        var whole = (await auditor.AskAsync($"{Events}/{reported.Position}")).Ok().Read<WholeEvent>();
        whole.Event.ShouldBe(reported);
        var text = whole.Text.ShouldNotBeNull();
        JsonNode.Parse(text)!["data"]!["series"]!.GetValue<string>().ShouldBe("op_revenue");
        Convert.ToHexStringLower(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(text)])).ShouldBe(reported.LeafHash);

        var spoken = (await auditor.AskAsync($"{Events}/{reported.Position}", ("Accept-Language", "zh-Hant"))).Ok().Read<WholeEvent>();
        spoken.Event.Sentence.ShouldContain("填報");
    }

    [Fact]
    public async Task An_export_says_what_the_list_says_and_every_line_is_what_its_leaf_hash_covers()
    {
        using var auditor = await host.AsAsync("auditor");
        var csv = (await auditor.AskAsync($"{Events}/export?format=csv&to=@300")).Ok();
        csv.MediaType.ShouldBe("text/csv");
        csv.Text.Split("\r\n")[0].ShouldBe("position,recorded_at,on,type,stream,version,officer,organisation,role,zone,period,decision,sentence,leaf_hash,text");
        var jsonl = (await auditor.AskAsync($"{Events}/export?format=jsonl&to=@300")).Ok();
        jsonl.MediaType.ShouldBe("application/jsonl");
        var lines = jsonl.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(301);
        foreach (var line in lines)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]));
            csv.Text.ShouldContain(hash);
        }
    }

    [Fact]
    public async Task Refuses_what_it_cannot_read_and_names_each_part()
    {
        using var auditor = await host.AsAsync("auditor");
        (await auditor.AskAsync($"{Events}?period=2023-Q5&role=king&type=born&from=yesterday&limit=0&before=x")).Faulty(400, "events-faulty",
            ("/period", "period-malformed"), ("/role", "role-unknown"), ("/type", "event-type-unknown"), ("/from", "as-of-malformed"),
            ("/limit", "limit-out-of-range"), ("/before", "cursor-malformed"));
        (await auditor.AskAsync($"{Events}?before=3&after=5")).Faulty(400, "events-faulty", ("/after", "cursor-malformed"));
        (await auditor.AskAsync($"{Events}/export?format=xml")).Faulty(400, "events-faulty", ("/format", "export-format-unknown"));
        (await auditor.AskAsync($"{Events}/99999999")).Refused(404, "event-unknown");
        (await auditor.AskAsync($"{Events}/50?asOf=@10")).Refused(404, "event-unknown");
        (await auditor.AskAsync($"{Events}/export?format=csv&asOf=@99999999")).Refused(400, "as-of-invalid");
    }

    [Fact]
    public void Every_kind_of_event_has_its_sentence_and_its_name_in_three_languages()
    {
        var sentences = host.Services.GetRequiredService<EventSentences>();
        var texts = host.Services.GetRequiredService<Ledger.Api.Web.ITexts>();
        var names = EventNames.OfTheLedger();
        string[] taskKinds = names.NamesOf(typeof(Ledger.Domain.KeyTasks.TaskEvent));
        string[] registerKinds = names.NamesOf(typeof(Ledger.Domain.Registers.InstitutionEvent));
        foreach (var language in Ledger.Api.Web.Texts.Cultures)
        {
            CultureInfo.CurrentUICulture = new(language);
            foreach (var type in EventNames.OfTheLedger().Types.Keys)
            {
                using var stored = typeof(ReadingTheHistory).Assembly.GetManifestResourceStream($"Stored.{type}.json").ShouldNotBeNull();
                using var data = System.Text.Json.JsonDocument.Parse(stored);
                var said = sentences.Say(new(type, taskKinds.Contains(type) ? "task/T2.3/XLHT" : registerKinds.Contains(type) ? "institution/L-1" : "assessment/2023", "stb", "XLHT", Period.OfYear(2023), data.RootElement), Api.Programme.Plan.Document);
                said.ShouldNotBeNullOrWhiteSpace();
                said.ShouldNotContain("{");
                texts[$"event_type.{type}"].ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    private static async Task<List<long>> WalkAsync(HttpClient client, string question)
    {
        var (positions, cursor) = (new List<long>(), "");
        while (true)
        {
            var page = (await client.AskAsync($"{Events}?limit=37&{question}{cursor}")).Ok().Read<EventPage>();
            positions.AddRange(page.Events.Select(one => one.Position));
            if (page.Older is not { } older)
                return positions;
            cursor = $"&before={older}";
        }
    }

    private async Task<IEnumerable<long>> PositionsAsync(string condition)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand($"""
            select position from (select l.position, e.* from ledger.ledger_entry l join ledger.mt_events e using (seq_id)) each
             where {condition} order by position desc
            """);
        var positions = new List<long>();
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        while (await row.ReadAsync(Cancellation))
            positions.Add(row.GetInt64(0));
        if (condition != "false")
            positions.ShouldNotBeEmpty(condition);
        return positions;
    }
}
