using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Completeness;
using Ledger.Domain.Transparency;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Browser.Tests.Audit;

/// <summary>The Integrity page, and the proofs that other pages hand out, over a signed ledger.</summary>
public sealed class SeeingWhoVouchesForTheHistory(SignedBrowser host) : IClassFixture<SignedBrowser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_auditor_sees_who_signs_and_has_everything_verified_now()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/integrity");
        var latest = (await host.Services.GetRequiredService<Checkpoints>().LatestAsync(Cancellation))!;
        var checkpoint = auditor.Page.Locator("section[aria-labelledby=checkpoint-title]");
        await Expect(checkpoint).ToContainTextAsync(Fingerprint.Of(latest.Root));
        await Expect(checkpoint).ToContainTextAsync(Convert.ToBase64String(latest.Root));
        await Expect(auditor.Page.Locator("section[aria-labelledby=keys-title] tbody tr")).ToContainTextAsync(latest.Note.Text.Split('\n')[0]);
        var witness = auditor.Page.Locator("section[aria-labelledby=witness-title] tbody tr");
        await Expect(witness).ToContainTextAsync("audit.example");
        await Expect(witness).ToContainTextAsync($"over {host.Witnessed} entries");

        await auditor.ReadyAsync();
        await auditor.Page.Locator("section[aria-labelledby=check-title] button").ClickAsync();
        var found = auditor.Page.Locator("section[aria-labelledby=check-title] tbody tr").First;
        await Expect(found.Locator(".tag.good")).ToHaveTextAsync("Everything held", new() { Timeout = 120_000 });
        await Expect(found).ToContainTextAsync("周敏");
        await found.Locator("th a").ClickAsync();
        await Expect(auditor.Page).ToHaveURLAsync(new Regex(@"/events/\d+$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await auditor.OpenAsync("/integrity");
        var bundle = await DownloadAsync(auditor, auditor.Page.Locator("a[href='/integrity/bundle']"));
        bundle.Name.ShouldMatch(@"^ledger-0-\d+\.zip$");
        bundle.Bytes.AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        // Back then nobody had looked.
        await auditor.OpenAsync($"/integrity?asOf=@{latest.Size - 1}");
        await Expect(auditor.Page.Locator("section[aria-labelledby=check-title] button")).ToHaveCountAsync(0);
        await Expect(auditor.Page.Locator("section[aria-labelledby=check-title] table")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reporter_reads_it_and_is_offered_nothing_that_they_may_not_do()
    {
        await using var reporter = await host.SignInAsync("xlht");
        await reporter.OpenAsync("/integrity");
        await Expect(reporter.Page.Locator("section[aria-labelledby=check-title]")).ToBeVisibleAsync();
        await Expect(reporter.Page.Locator("section[aria-labelledby=check-title] button")).ToHaveCountAsync(0);
        // It holds a result that is not ratified yet.
        await Expect(reporter.Page.Locator("a[href='/integrity/bundle']")).ToHaveCountAsync(0);
        await Expect(reporter.Page.Locator("section[aria-labelledby=hand-title]")).ToContainTextAsync("not ratified yet");
        await reporter.OpenAsync("/integrity/bundle");
        (await reporter.Page.ContentAsync()).ShouldContain("not-allowed");
    }

    [Fact]
    public async Task From_a_figure_one_takes_all_events_of_its_return_with_the_proof_that_they_are_all()
    {
        await using var reporter = await host.SignInAsync("xlht");
        await reporter.OpenAsync("/figures/XLHT/op_revenue/2023-Q2");
        var file = await DownloadAsync(reporter, reporter.Page.Locator("a[href^='/integrity/history']"));
        file.Name.ShouldBe("return-XLHT-2023-Q2-history.json");
        var key = (await host.Services.GetRequiredService<LogKeys>().HistoryAsync(position: null, Cancellation)).Current!.Key;
        var check = HistoryProofFile.Read(file.Bytes).Check(TrustPolicy.Of(key), Ed25519.Check, HistoryProofFile.HeadOf);
        check.Verdict.ShouldBe(HistoryProofVerdict.Holds);
        check.LastVersion.ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData("/notices/2023-Q2")]
    [InlineData("/assessments/2022/result")]
    public async Task From_what_was_published_one_takes_the_proof_that_it_is_in_the_log(string address)
    {
        await using var reporter = await host.SignInAsync("xlht");
        await reporter.OpenAsync(address);
        var file = await DownloadAsync(reporter, reporter.Page.Locator("a[href*='/proof/inclusion']"));
        TlogProof.TryParse(System.Text.Encoding.UTF8.GetString(file.Bytes), out var proof).ShouldBeTrue();
        file.Name.ShouldBe($"ledger-{proof!.Index}.tlog-proof");
    }

    [Fact]
    public async Task On_paper_there_are_the_root_and_the_keys_and_nothing_to_press()
    {
        await using var auditor = await host.SignInAsync("auditor");
        await auditor.OpenAsync("/integrity");
        await auditor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(auditor.Page.Locator("section[aria-labelledby=check-title] button")).ToBeHiddenAsync();
        await Expect(auditor.Page.Locator("a[href='/integrity/bundle']")).ToBeHiddenAsync();
        await Expect(auditor.Page.Locator("section[aria-labelledby=keys-title] tbody tr")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("zh-Hant", 400, "完整性")]
    [InlineData("zh-Hans", 1280, "完整性")]
    [InlineData("en", 400, "Integrity")]
    public async Task The_page_is_accessible_and_fits(string language, int width, string title)
    {
        await using var auditor = await host.SignInAsync("auditor", language, width);
        await auditor.OpenAsync("/integrity");
        await Expect(auditor.Title).ToHaveTextAsync(title);
        await auditor.Page.Locator("details summary").First.ClickAsync();
        await auditor.ShouldBeAccessibleAsync();
        await auditor.ShouldFitAsync();
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(Visitor visitor, ILocator link)
    {
        await Expect(link).ToBeVisibleAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation));
    }
}
