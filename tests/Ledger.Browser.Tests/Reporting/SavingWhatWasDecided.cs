using Ledger.Api.Conference;
using Ledger.Api.Store;
using Ledger.Browser.Tests.Conference;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Browser.Tests.Reporting;

/// <summary>A return that holds both ordinary figures and what the joint conference determines.</summary>
public sealed class SavingWhatWasDecided(ConferenceBrowser host) : IClassFixture<ConferenceBrowser>
{
    private const string Meeting = "2023-1";
    private static readonly LocalDate Met = new(2023, 1, 20);
    private static readonly Words Words = new("en");

    private static WriteContext Office => new(new Actor("stb", "STB", Role.Secretary));

    private ConferenceActs Acts => host.Services.GetRequiredService<ConferenceActs>();

    [Fact]
    public async Task Both_are_saved_at_once_or_neither_and_nothing_typed_is_lost()
    {
        await DetermineAsync();
        await using var reporter = await host.SignInAsync("xlht");
        var form = new ReturnPage(reporter, Words);
        await form.OpenAsync("/return/XLHT/2022");
        await Expect(form.Value("rd_exp")).ToBeEditableAsync();
        await form.Value("rd_exp").FillAsync("2.50");
        await Expect(form.Page.Locator("#decision")).ToHaveCountAsync(0);
        await form.Value("sei_count").FillAsync("1");
        await form.Page.Locator("#decision").SelectOptionAsync($"{Meeting}/1");

        // Meanwhile the office finds that it was put off.
        await CorrectAsync(DecisionOutcome.Deferred);
        await form.PressAsync("save.save");
        await Expect(form.Page.Locator("#decision-fault")).ToContainTextAsync($"{Meeting}/1");
        await Expect(form.Value("rd_exp")).ToHaveValueAsync("2.50");
        await Expect(form.Value("sei_count")).ToHaveValueAsync("1");
        await Expect(form.Page.Locator("#decision")).ToHaveValueAsync($"{Meeting}/1");
        await reporter.ShouldBeAccessibleAsync();
        (await HistoryAsync()).ShouldBeEmpty();

        await CorrectAsync(DecisionOutcome.Adopted);
        await form.PressAsync("save.save");
        await Expect(form.Done).ToContainTextAsync("2");
        await Expect(form.Page.Locator("#decision")).ToHaveCountAsync(0);
        var stated = await HistoryAsync();
        stated.Select(recorded => recorded.Provenance.RecordedAt).Distinct().ShouldHaveSingleItem();
        stated.Select(recorded => (((FigureReported)recorded.Event).Series, recorded.Provenance.Decision))
            .ShouldBe([("rd_exp", null), ("sei_count", $"{Meeting}/1")], ignoreOrder: true);

        // What the decision was chosen for is typed back: the rest does not come to rest on it.
        await form.Value("rd_exp").FillAsync("2.60");
        await form.Value("sei_count").FillAsync("2");
        await form.Page.Locator("#decision").SelectOptionAsync($"{Meeting}/1");
        await form.Value("sei_count").FillAsync("1");
        await Expect(form.Page.Locator("#decision")).ToHaveCountAsync(0);
        await form.PressAsync("save.save");
        await Expect(form.Row("rd_exp")).ToContainTextAsync(Words["return.version", 2]);
        (await HistoryAsync())[^1].Provenance.Decision.ShouldBeNull();
    }

    private Task<IReadOnlyList<Recorded<ReturnEvent>>> HistoryAsync() =>
        host.Reader.HistoryAsync<ReturnEvent>(ZoneReturn.StreamId("XLHT", Ledger.Domain.Period.OfYear(2022)), position: null, TestContext.Current.CancellationToken);

    private async Task DetermineAsync()
    {
        Written(await Acts.ConveneAsync(
            Meeting, new(Met, null, [new(DecisionKind.EmergingIndustry, "an industry that has formed")], On: new(2023, 1, 10)), Office, CancellationToken.None));
        Written(await Acts.HoldAsync(Meeting, new(Met, 1, [new(1, Presence.Present), new(2, Presence.Present)], Met), Office, CancellationToken.None));
        Written(await Acts.DecideAsync(Meeting, new(1, DecisionOutcome.Adopted, null, "one industry", Met), Office, CancellationToken.None));
    }

    private async Task CorrectAsync(DecisionOutcome outcome) =>
        Written(await Acts.CorrectAsync(Meeting, new(1, outcome, null, "one industry", "by the minutes"), Office, CancellationToken.None));

    private static void Written(WriteResult result) => result.ShouldBeOfType<WriteResult.Written>();
}
