using CsCheck;
using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Notices;

/// <summary>Whatever happened before and after: what was issued is drawn again with equal bytes, and says what the past says.</summary>
public class DrawingAnyHistoryAgain(NoticesHost host) : IClassFixture<NoticesHost>
{
    private static readonly Actor Secretary = new("stb", "STB", Role.Secretary);

    private static readonly string[] Corrected = ["op_revenue", "hte_revenue", "inv_patent_granted", "rd_inst_new"];

    private static readonly Period[] Quarters =
        [.. new[] { "2022-Q1", "2022-Q2", "2022-Q3", "2023-Q1", "2023-Q2", "2023-Q3" }.Select(Period.Parse)];

    private static readonly Gen<Act> Acts = Gen.OneOf<Act>(
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[1, 9999]).Select(Act (zone, quarter, series, value) =>
            new Act.Correct(NoticesHost.Zones[zone], Quarters[quarter], Corrected[series], value)),
        Gen.Int[0, 5].Select(Act (quarter) => new Act.Issue(Quarters[quarter])),
        Gen.Int[0, 5].Select(Act (quarter) => new Act.Supersede(Quarters[quarter])),
        Gen.Int[1, 9].Select(Act (points) => new Act.Amend(points)));

    private readonly Dictionary<(string Zone, Period Period), int> corrections = [];
    private LocalDate day = new(2024, 1, 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_edition_has_equal_bytes_and_every_past_draft_stays_what_it_was()
    {
        var notices = host.Services.GetRequiredService<QuarterlyNotices>();
        var past = new List<(Period Period, long Position, string Hash)>();
        // One long history of its own, for what was issued must survive all that comes after it.
        await Acts.Array[60].SampleAsync(
            async acts =>
            {
                foreach (var act in acts)
                {
                    await TakeAsync(act);
                    var head = await host.Reader.HeadAsync(Cancellation);
                    var quarter = Quarters[head.Position % Quarters.Length];
                    past.Add((quarter, head.Position, CanonicalNotice.HashOf((await notices.DraftAsync(quarter, head, knownOn: null, Cancellation)).Content)));
                }
            },
            iter: 1,
            threads: 1);

        var issued = 0;
        foreach (var edition in (await notices.IssuedAsync(long.MaxValue, Cancellation)).SelectMany(chain => chain.Editions))
        {
            var redrawn = await notices.RedrawAsync(edition.Period, edition.Edition, long.MaxValue, Cancellation);
            redrawn.Holds.ShouldBeTrue($"{edition.Period} {edition.Edition}");
            issued++;
        }

        issued.ShouldBeGreaterThan(5);
        foreach (var (period, position, hash) in past)
        {
            var then = await host.Reader.AtAsync(position, Cancellation);
            CanonicalNotice.HashOf((await notices.DraftAsync(period, then, knownOn: null, Cancellation)).Content).ShouldBe(hash);
        }
    }

    private async Task TakeAsync(Act act)
    {
        day = day.PlusDays(5);
        var acts = host.Services.GetRequiredService<NoticeActs>();
        switch (act)
        {
            case Act.Correct(var zone, var period, var series, var value):
                var number = corrections[(zone, period)] = corrections.GetValueOrDefault((zone, period)) + 1;
                await host.CorrectAsync(zone, period, series, series.EndsWith("revenue", StringComparison.Ordinal) ? value / 100m : value, day, number);
                break;
            case Act.Issue(var period):
                Answered(await acts.IssueAsync(period, new(On: day), position: null, new(Secretary), Cancellation), "notice-already-issued");
                break;
            case Act.Supersede(var period):
                Answered(
                    await acts.SupersedeAsync(period, new("重新生成", On: day), position: null, new(Secretary), Cancellation),
                    "notice-not-issued", "nothing-changed");
                break;
            case Act.Amend(var points):
                await host.AdoptAsync(
                    NoticesHost.WithBaselines with { Notices = NoticesHost.WithBaselines.Notices with { BlackLagPoints = points } }, day);
                break;
        }
    }

    /// <summary>Done, or refused for one of these reasons.</summary>
    private static void Answered(WriteResult result, params string[] refusals)
    {
        if (result is WriteResult.Refused(var refusal))
            refusals.ShouldContain(refusal.Code);
    }

    private abstract record Act
    {
        public sealed record Correct(string Zone, Period Period, string Series, int Value) : Act;

        public sealed record Issue(Period Period) : Act;

        public sealed record Supersede(Period Period) : Act;

        public sealed record Amend(int Points) : Act;
    }
}
