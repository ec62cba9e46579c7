using Ledger.Api.Store;

namespace Ledger.Api.Tests.Reporting;

/// <summary>101.30 was reported in July, corrected to 102.05 in October: each moment knows what it knew.</summary>
public class AskingAboutThePast(CorrectedReturn story) : IClassFixture<CorrectedReturn>
{
    private const string History = "/api/figures/XLHT/op_revenue/2023-Q2/history";
    private const string Figures = "/api/figures?zone=XLHT&series=op_revenue&period=2023-Q2";

    [Fact]
    public async Task The_history_shows_both_versions_with_kind_reason_and_officer()
    {
        var history = (await AskAsync(History)).Json;
        history["value"]!.ToJsonString().ShouldBe("102.05");
        var versions = history["versions"]!.AsArray();
        versions.Select(version => version!["value"]!.ToJsonString()).ShouldBe(["101.30", "102.05"]);
        var corrected = versions[1]!;
        (corrected["kind"]!.GetValue<string>(), corrected["reason"]!.GetValue<string>(), corrected["officer"]!.GetValue<string>())
            .ShouldBe(("error", "漏報一戶企業", "xlht"));
        history["acts"]!.AsArray().Select(act => act!["act"]!.GetValue<string>())
            .ShouldBe(["reported", "submitted", "accepted", "correction_requested", "correction_approved"]);
        history["acts"]![4]!["officer"]!.GetValue<string>().ShouldBe("stat");
        history["acts"]![4]!["position"]!.GetValue<long>().ShouldBe(story.Approved.Position);
    }

    [Theory]
    [InlineData("2023-06-30", null)]
    [InlineData("2023-07-05", "101.30")]
    [InlineData("2023-08-01", "101.30")]
    [InlineData("2023-10-19", "101.30")]
    [InlineData("2023-10-20", "102.05")]
    [InlineData("2023-10-31", "102.05")]
    public async Task Each_day_knew_what_its_papers_said(string knownOn, string? value)
    {
        var figures = (await AskAsync($"{Figures}&knownOn={knownOn}")).Json.AsArray();
        figures.Select(figure => figure!["value"]!.ToJsonString()).ShouldBe(value is null ? [] : [value]);
        var address = $"{History}?knownOn={knownOn}";
        if (value is null)
            (await story.AuditorAsync(address)).Refused(404, "figure-not-reported");
        else
            (await AskAsync(address)).Json["value"]!.ToJsonString().ShouldBe(value);
    }

    [Fact]
    public async Task Each_position_holds_what_was_written_up_to_it()
    {
        (await AskAsync($"{History}?asOf=@{story.Approved.Position}")).Json["value"]!.ToJsonString().ShouldBe("102.05");
        var before = (await AskAsync($"{History}?asOf=@{story.Approved.Position - 1}")).Json;
        before["value"]!.ToJsonString().ShouldBe("101.30");
        before["status"]!.GetValue<string>().ShouldBe("correction_requested");
        (await AskAsync($"{Figures}&asOf=@{story.Approved.Position - 1}")).Json[0]!["value"]!.ToJsonString().ShouldBe("101.30");
        (await AskAsync($"{Figures}&asOf=@{story.Approved.Position}")).Json[0]!["value"]!.ToJsonString().ShouldBe("102.05");
        (await AskAsync($"/api/returns/XLHT/2023-Q2?asOf=@{story.Reported.Position}")).Json["state"]!.GetValue<string>().ShouldBe("open");
        (await story.AuditorAsync("/api/returns/XLHT/2023-Q2?asOf=@0")).Refused(404, "programme-missing");
    }

    [Fact]
    public async Task An_instant_means_the_position_it_had_come_to()
    {
        var at = NodaTime.Text.InstantPattern.ExtendedIso.Format(story.Accepted.RecordedAt);
        var answer = await AskAsync($"{Figures}&asOf={at}");
        answer.Position.ShouldBe(story.Accepted.Position);
        answer.Json[0]!["status"]!.GetValue<string>().ShouldBe("accepted");
    }

    [Theory]
    [InlineData(History)]
    [InlineData(Figures)]
    [InlineData("/api/returns/XLHT/2023-Q2")]
    [InlineData("/api/returns?period=2023-Q2")]
    [InlineData("/api/programme")]
    [InlineData("/api/programme/versions")]
    public async Task The_same_position_answers_the_same_bytes_for_ever(string address)
    {
        address = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf=@{story.Accepted.Position}";
        var first = await AskAsync(address);
        first.Position.ShouldBe(story.Accepted.Position);
        first.Headers["Cache-Control"].ShouldContain("immutable");
        await story.ReportSomethingElseAsync();
        var second = await AskAsync(address);
        second.Text.ShouldBe(first.Text);
        second.ETag.ShouldBe(first.ETag);
    }

    [Fact]
    public async Task Every_answer_says_which_moment_it_speaks_for()
    {
        var answer = await AskAsync(Figures);
        answer.Headers.Keys.ShouldContain("Ledger-Recorded-At");
        var figure = answer.Json[0]!;
        figure["position"]!.GetValue<long>().ShouldBe(story.Approved.Position);
        (figure["reportedOn"]!.GetValue<string>(), figure["knownOn"]!.GetValue<string>()).ShouldBe(("2023-08-20", "2023-10-20"));
        (figure["status"]!.GetValue<string>(), figure["version"]!.GetValue<int>()).ShouldBe(("accepted", 2));
    }

    [Fact]
    public async Task Figures_come_by_zone_period_and_series()
    {
        var figures = (await AskAsync("/api/figures?from=2023-Q1&to=2023-Q3&zone=XLHT")).Json.AsArray();
        figures.Select(figure => figure!["series"]!.GetValue<string>()).Take(4)
            .ShouldBe(["op_revenue", "hte_revenue", "gross_ind_output", "ht_output"]);
        figures.Select(figure => figure!["period"]!.GetValue<string>()).Distinct().ShouldBe(["2023-Q2"]);
        (await AskAsync("/api/figures?from=2023-Q3")).Json.AsArray().Select(figure => figure!["period"]!.GetValue<string>())
            .ShouldNotContain("2023-Q2");
    }

    private async Task<Answer> AskAsync(string address) => (await story.AuditorAsync(address)).Ok();
}

/// <summary>The second quarter of 2023 is accepted and its revenue was corrected.</summary>
public sealed class CorrectedReturn : ReportingHost
{
    private HttpClient? auditor;
    private HttpClient? zone;
    private int others;

    public Receipt Reported { get; private set; } = null!;

    public Receipt Accepted { get; private set; } = null!;

    public Receipt Approved { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        const string Return = "/api/returns/XLHT/2023-Q2";
        zone = await AsAsync("xlht");
        auditor = await AsAsync("auditor");
        using var bureau = await AsAsync("stat");
        Reported = (await zone.PutAsync($"{Return}/figures", Batch(Quarter, on: "2023-07-05"))).Receipt();
        (await zone.PostAsync($"{Return}/submit", new { signatories = Signed, on = "2023-07-10" })).Receipt();
        Accepted = (await bureau.PostAsync($"{Return}/accept", new { on = "2023-07-20" })).Receipt();
        (await zone.PostAsync($"{Return}/corrections", new
        {
            series = "op_revenue", value = 102.05m, kind = "error", reason = "漏報一戶企業", on = "2023-08-20",
        })).Receipt();
        Approved = (await bureau.PostAsync($"{Return}/corrections/1/approve", new { on = "2023-10-20" })).Receipt();
    }

    public Task<Answer> AuditorAsync(string address) => auditor!.AskAsync(address);

    public async Task ReportSomethingElseAsync() =>
        (await zone!.PutAsync("/api/returns/XLHT/2024-Q1/figures", Batch("op_revenue", Interlocked.Increment(ref others)))).Receipt();

    public override async ValueTask DisposeAsync()
    {
        auditor?.Dispose();
        zone?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
