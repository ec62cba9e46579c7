using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Notices;

/// <summary>From the draft to the issued edition, over HTTP. Each test has quarters of its own.</summary>
public class IssuingANotice(IssuingANotice.Host host) : IClassFixture<IssuingANotice.Host>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_draft_shows_the_worked_tables_to_the_digit()
    {
        using var auditor = await host.AsAsync("auditor");
        var draft = (await auditor.AskAsync($"/api/notices/2023-Q3/draft?asOf=@{host.Told}")).Ok();

        draft.Position.ShouldBe(host.Told);
        var cells = Cells(draft.Json["content"]!);
        cells["2023-Q3.op_revenue.BYH.growth"].ShouldBe("12.5");
        cells["2023-Q3.op_revenue.LEAGUE.growth"].ShouldBe("7.5");
        cells["2023-Q3.hte_revenue_share.LEAGUE.value"].ShouldBe("12.33");
        cells["2023-Q3.hte_revenue_share.LEAGUE.target"].ShouldBe("15.05");
        cells["2023-Q3.hte_revenue_share.LEAGUE.gap"].ShouldBe("-2.72");
        cells["2023-Q3.inv_patent_growth.LEAGUE.attainment"].ShouldBe("79.0");
        cells["2023-Q3.inv_patent_growth.LEAGUE.lead"].ShouldBe("4.0");
        cells["2023-Q3.inv_patent_growth.DLN.growth"].ShouldBeNull();
        cells["2023-Q3.rd_inst_new.LEAGUE.lead"].ShouldBe("-8.33");
        draft.Text.ShouldContain("1—9月，全盟5個培育對象實現營業收入393.56億元，同比增長7.5%。");
    }

    [Fact]
    public async Task An_issued_notice_stays_as_it_was_when_a_figure_is_corrected_later_and_the_next_one_carries_it()
    {
        using var secretary = await host.AsAsync("stb");
        var issued = (await secretary.PostAsync("/api/notices/2022-Q2/issue", new { on = "2022-07-25" })).Ok();
        issued.Json["notice"]!["edition"]!.GetValue<int>().ShouldBe(1);
        var frozen = (await secretary.AskAsync("/api/notices/2022-Q2/1")).Ok();

        await host.CorrectAsync("XLHT", Period.Parse("2022-Q2"), "op_revenue", 97.20m, new LocalDate(2022, 9, 12));

        (await secretary.AskAsync("/api/notices/2022-Q2/1")).Ok().Text.ShouldBe(frozen.Text);
        (await secretary.AskAsync("/api/notices/2022-Q2")).Ok().Text.ShouldBe(frozen.Text);
        var next = (await secretary.PostAsync("/api/notices/2022-Q3/issue", new { on = "2022-10-25" })).Ok();
        next.Json["notice"]!["edition"]!.GetValue<int>().ShouldBe(1);
        var content = (await secretary.AskAsync("/api/notices/2022-Q3")).Ok().Json["content"]!;
        var correction = content["corrections"]!.AsArray().ShouldHaveSingleItem()!;
        correction["old"]!["value"]!.ToJsonString().ShouldBe("96.00");
        correction["new"]!["value"]!.ToJsonString().ShouldBe("97.20");
        correction["reason"]!.GetValue<string>().ShouldBe("漏報一戶企業");
        correction["approved"]!["officer"]!.GetValue<string>().ShouldBe("stat");

        var superseded = (await secretary.PostAsync(
            "/api/notices/2022-Q2/supersede", new { reason = "據更正重新計算", on = "2022-11-02" })).Ok();
        superseded.Json["notice"]!["edition"]!.GetValue<int>().ShouldBe(2);
        var second = (await secretary.AskAsync("/api/notices/2022-Q2")).Ok();
        second.Json["edition"]!.GetValue<int>().ShouldBe(2);
        second.Json["superseding"]!["reason"]!.GetValue<string>().ShouldBe("據更正重新計算");
        var changed = second.Json["superseding"]!["changes"]!.AsArray();
        var revenue = changed.Single(change => change!["id"]!.GetValue<string>() == "2022-Q2.op_revenue.XLHT.amount")!;
        revenue["before"]!["value"]!.ToJsonString().ShouldBe("96.00");
        revenue["after"]!["value"]!.ToJsonString().ShouldBe("97.20");
        var first = (await secretary.AskAsync("/api/notices/2022-Q2/1")).Ok();
        first.Text.ShouldBe(frozen.Text);
        first.Headers["Ledger-Superseded-By"].ShouldBe("2");

        var chain = (await secretary.AskAsync("/api/notices")).Ok().Read<IReadOnlyList<NoticeChain>>()
            .Single(notice => notice.Period == Period.Parse("2022-Q2"));
        chain.Editions.Select(edition => (edition.Edition, edition.Reason)).ShouldBe([(1, null), (2, "據更正重新計算")]);
        chain.Editions.Select(edition => edition.DocumentNumber).ShouldBe(["錫盟科通報〔2022〕1號", "錫盟科通報〔2022〕3號"]);
    }

    [Fact]
    public async Task What_was_not_yet_issued_is_not_there_as_of_before()
    {
        await host.TellAsync("2021-Q1");
        using var secretary = await host.AsAsync("stb");
        var receipt = (await secretary.PostAsync("/api/notices/2021-Q1/issue", new { on = "2021-04-25" })).Ok();

        (await secretary.AskAsync($"/api/notices/2021-Q1?asOf=@{receipt.Position}")).Ok();
        (await secretary.AskAsync($"/api/notices/2021-Q1?asOf=@{receipt.Position - 1}")).Refused(404, "notice-unknown");
        (await secretary.AskAsync($"/api/notices/2021-Q1/2?asOf=@{receipt.Position}")).Refused(404, "edition-unknown");
        (await secretary.AskAsync($"/api/notices?asOf=@{receipt.Position - 1}")).Ok().Read<IReadOnlyList<NoticeChain>>()
            .ShouldNotContain(chain => chain.Period == Period.Parse("2021-Q1"));
        (await secretary.AskAsync($"/api/notices?asOf=@{receipt.Position}")).Ok().Read<IReadOnlyList<NoticeChain>>()
            .ShouldContain(chain => chain.Period == Period.Parse("2021-Q1"));
    }

    [Fact]
    public async Task A_position_of_the_past_is_the_cut()
    {
        using var secretary = await host.AsAsync("stb");
        var cut = host.Told - 10;
        (await secretary.PostAsync("/api/notices/2023-Q1/issue", new { on = "2023-04-25", position = cut })).Ok()
            .Json["notice"]!["cut"]!.GetValue<long>().ShouldBe(cut);
        var edition = (await secretary.AskAsync("/api/notices/2023-Q1")).Ok();
        edition.Json["content"]!["position"]!.GetValue<long>().ShouldBe(cut);

        var draft = (await secretary.AskAsync($"/api/notices/2023-Q1/draft?asOf=@{cut}")).Ok();
        draft.Json["content"]!.ToJsonString().ShouldBe(edition.Json["content"]!.ToJsonString());
        Hash(Content(edition.Text)).ShouldBe(edition.Json["contentHash"]!.GetValue<string>());

        var root = (await secretary.AskAsync($"/api/notices?asOf=@{cut}")).Headers["Ledger-Root"];
        edition.Json["logRoot"]!.GetValue<string>().ShouldBe(root);
    }

    [Fact]
    public async Task An_edition_drawn_again_has_equal_bytes()
    {
        using var secretary = await host.AsAsync("stb");
        await secretary.PostAsync("/api/notices/2023-Q2/issue", new { on = "2023-07-25" });
        await host.AdoptAsync(
            NoticesHost.WithBaselines with { Notices = NoticesHost.WithBaselines.Notices with { BlackLagPoints = 4 } }, new LocalDate(2023, 8, 1));

        var redrawn = (await secretary.AskAsync("/api/notices/2023-Q2/1/recompute")).Ok().Read<Redrawing>();
        redrawn.BytesEqual.ShouldBeTrue();
        redrawn.Holds.ShouldBeTrue();
        redrawn.Difference!.IsNone.ShouldBeTrue();
        new[] { redrawn.StoredHash, redrawn.RedrawnHash }.ShouldAllBe(hash => hash == redrawn.ContentHash);
        redrawn.LogRootNow.ShouldBe(redrawn.LogRoot);
    }

    /// <summary>As an earlier program issued it, and as a later one may.</summary>
    [Fact]
    public async Task An_edition_is_drawn_again_in_its_own_form_and_one_of_an_unknown_form_is_said_to_be()
    {
        var drafts = host.Services.GetRequiredService<NoticeDrafts>();
        var cut = await host.Reader.HeadAsync(Cancellation);
        var first = await IssueAsync("2025-Q2", NoticeForms.First);
        first.Form.ShouldBeNull();
        using var auditor = await host.AsAsync("auditor");
        var redrawn = (await auditor.AskAsync("/api/notices/2025-Q2/1/recompute")).Ok().Read<Redrawing>();
        (redrawn.Form, redrawn.Holds).ShouldBe((1, true));
        (await auditor.AskAsync("/api/notices/2025-Q2/1")).Ok().Text.ShouldNotContain("\"tasks\"");

        await IssueAsync("2025-Q3", NoticeForms.Current + 1);
        var unknown = (await auditor.AskAsync("/api/notices/2025-Q3/1/recompute")).Ok().Read<Redrawing>();
        (unknown.Form, unknown.IsFormKnown, unknown.Holds, unknown.Difference).ShouldBe((NoticeForms.Current + 1, false, false, null));
        (await auditor.AskAsync("/api/explain/notice.2025-Q3.1.2025-Q3.op_revenue.XLHT.amount")).Refused(409, "notice-form-unknown");

        async Task<NoticeContent> IssueAsync(string quarter, int form)
        {
            var period = Period.Parse(quarter);
            var drawn = await drafts.DrawAsync(
                period, cut, knownOn: null, Cancellation, NoticeForms.IsKnown(form) ? form : null);
            var content = NoticeForms.IsKnown(form) ? drawn.Content : drawn.Content with { Form = form };
            (await host.Writer.WriteAsync(
                NoticeHistory.Stream(period),
                _ => Decision<NoticeEvent>.Accept(
                    new NoticeIssued(new(2026, 1, 10), 1, new("錫盟科通報", 2026, 90 + form), new(content, CanonicalNotice.HashOf(content), LogRoot: null))),
                new(new Actor("stb", "STB", Role.Secretary)), Cancellation)).ShouldBeOfType<WriteResult.Written>();
            return content;
        }
    }

    [Theory]
    [InlineData("xlht")]
    [InlineData("stat")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Only_the_secretary_issues(string officer)
    {
        using var client = await host.AsAsync(officer);
        (await client.PostAsync("/api/notices/2023-Q3/issue", new { })).Refused(403, "not-allowed");
        (await client.PostAsync("/api/notices/2023-Q3/supersede", new { reason = "不該由他" })).Refused(403, "not-allowed");
    }

    [Fact]
    public async Task What_cannot_be_issued_is_refused()
    {
        await host.TellAsync("2021-Q2");
        using var secretary = await host.AsAsync("stb");
        await secretary.PostAsync("/api/notices/2021-Q2/issue", new { on = "2021-07-25" });

        (await secretary.PostAsync("/api/notices/2021-Q2/issue", new { on = "2021-07-26" })).Refused(409, "notice-already-issued");
        (await secretary.PostAsync("/api/notices/2021-Q2/supersede", new { reason = "再印一次" })).Refused(409, "nothing-changed");
        (await secretary.PostAsync("/api/notices/2021-Q2/supersede", new { reason = " " })).Faulty(422, "request-at-fault", ("/reason", "text-required"));
        (await secretary.PostAsync("/api/notices/2025-Q4/supersede", new { reason = "沒有" })).Refused(404, "notice-not-issued");
        (await secretary.PostAsync("/api/notices/2025-Q4/issue", new { on = "2026-01-25" })).Refused(409, "nothing-accepted");
        (await secretary.PostAsync("/api/notices/2030-Q1/issue", new { })).Refused(404, "period-outside-programme");
        (await secretary.PostAsync("/api/notices/2023/issue", new { })).Refused(404, "notice-not-quarterly");
        (await secretary.PostAsync("/api/notices/autumn/issue", new { })).Refused(400, "period-malformed");
        (await secretary.PostAsync("/api/notices/2021-Q2/issue", new { position = 1_000_000 })).Faulty(400, "as-of-invalid", ("/position", "as-of-beyond-head"));
        (await secretary.AskAsync("/api/notices/2030-Q1/draft")).Refused(404, "period-outside-programme");
        (await secretary.AskAsync("/api/notices/2023/draft")).Refused(404, "notice-not-quarterly");
    }

    [Fact]
    public async Task A_number_is_the_years_own_and_never_given_twice()
    {
        await host.TellAsync("2021-Q3");
        using var secretary = await host.AsAsync("stb");
        await secretary.PostAsync("/api/notices/2021-Q3/issue", new { on = "2021-10-25" });
        var given = (await secretary.AskAsync("/api/notices/2021-Q3")).Ok().Json["documentNumber"]!.GetValue<string>();
        await host.CorrectAsync("BYH", Period.Parse("2021-Q3"), "op_revenue", 91.00m, new LocalDate(2021, 11, 12));

        object Superseding(string number) => new { reason = "據更正重新計算", on = "2021-12-01", documentNumber = number };
        (await secretary.PostAsync("/api/notices/2021-Q3/supersede", Superseding(given))).Refused(409, "document-number-taken");
        (await secretary.PostAsync("/api/notices/2021-Q3/supersede", Superseding("錫盟科通報〔2020〕90號"))).Refused(422, "document-number-other-year");
        (await secretary.PostAsync("/api/notices/2021-Q3/supersede", Superseding("五號"))).Refused(422, "document-number-malformed");
        (await secretary.PostAsync("/api/notices/2021-Q3/supersede", Superseding("錫盟科通報〔2021〕90號"))).Ok()
            .Json["notice"]!["documentNumber"]!.GetValue<string>().ShouldBe("錫盟科通報〔2021〕90號");
    }

    [Fact]
    public async Task The_same_key_issues_once_and_an_old_version_supersedes_nothing()
    {
        await host.TellAsync("2024-Q4");
        using var secretary = await host.AsAsync("stb");
        var first = (await secretary.PostAsync("/api/notices/2024-Q4/issue", new { on = "2025-01-25" }, ("Idempotency-Key", "issue-2024-Q4"))).Ok().Json["receipt"]!.ToJsonString();
        var again = (await secretary.PostAsync("/api/notices/2024-Q4/issue", new { on = "2025-01-25" }, ("Idempotency-Key", "issue-2024-Q4"))).Ok().Json["receipt"]!.ToJsonString();
        again.ShouldBe(first);

        await host.CorrectAsync("SNT", Period.Parse("2024-Q4"), "op_revenue", 34.50m, new LocalDate(2025, 2, 12));
        (await secretary.PostAsync("/api/notices/2024-Q4/supersede", new { reason = "據更正" }, ("If-Match", "\"0\""))).Refused(412, "version-stale");
        var version = (await secretary.AskAsync("/api/notices/2024-Q4")).Ok().Headers["Stream-Version"];
        (await secretary.PostAsync("/api/notices/2024-Q4/supersede", new { reason = "據更正", on = "2025-03-01" }, ("If-Match", $"\"{version}\""))).Ok();
    }

    [Fact]
    public async Task Who_asks_for_html_gets_the_paper()
    {
        await host.TellAsync("2025-Q1");
        using var secretary = await host.AsAsync("stb");
        await secretary.PostAsync("/api/notices/2025-Q1/issue", new { on = "2025-04-25" });
        secretary.DefaultRequestHeaders.AcceptLanguage.Clear();
        secretary.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-Hant");
        var paper = (await secretary.AskAsync("/api/notices/2025-Q1", ("Accept", "text/html,application/json;q=0.5"))).Ok();
        paper.MediaType.ShouldBe("text/html");
        paper.Text.ShouldContain("錫林郭勒盟科技局文件");
        paper.Text.ShouldContain("〔2025〕");
        paper.Text.ShouldContain("各旗縣市（區）人民政府（管委會），盟各有關部門、單位：");
        paper.Text.ShouldContain("一、主要指標完成情況");
        paper.Text.ShouldContain("（待用印）");
        paper.Text.ShouldContain("2025年4月25日");
        paper.Text.ShouldNotContain("paper-translation\"");

        var draft = (await secretary.AskAsync("/api/notices/2023-Q3/draft", ("Accept", "text/html"))).Ok();
        draft.Text.ShouldContain("草稿");

        secretary.DefaultRequestHeaders.AcceptLanguage.Clear();
        secretary.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await secretary.AskAsync("/api/notices/2025-Q1", ("Accept", "text/html"))).Ok()
            .Text.ShouldContain("The text in traditional Chinese is the official one.");
        (await secretary.AskAsync("/api/notices/2025-Q1", ("Accept", "application/json"))).Ok().MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task Two_secretaries_at_once_get_two_numbers_and_one_of_two_on_one_notice_is_refused()
    {
        await host.AppointAsync("stb2", "STB", Domain.Access.Role.Secretary);
        using var one = await host.AsAsync("stb");
        using var other = await host.AsAsync("stb2");
        await host.TellAsync("2024-Q1");
        await host.TellAsync("2024-Q2");

        var issued = await Task.WhenAll(
            one.PostAsync("/api/notices/2024-Q1/issue", new { on = "2024-07-25" }),
            other.PostAsync("/api/notices/2024-Q1/issue", new { on = "2024-07-25" }),
            one.PostAsync("/api/notices/2024-Q2/issue", new { on = "2024-07-25" }),
            other.PostAsync("/api/notices/2024-Q2/issue", new { on = "2024-07-25" }));
        // Who comes second with what was issued already is told so; who brings the very same changes nothing.
        var numbers = new List<string>();
        foreach (var pair in new[] { issued[..2], issued[2..] })
        {
            pair.Count(answer => answer.Status == System.Net.HttpStatusCode.OK).ShouldBeGreaterThan(0);
            foreach (var refused in pair.Where(answer => answer.Status != System.Net.HttpStatusCode.OK))
                refused.Refused(409, "notice-already-issued");
            numbers.Add(pair.Where(answer => answer.Status == System.Net.HttpStatusCode.OK)
                .Select(answer => answer.Json["notice"]!["documentNumber"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem());
        }

        numbers.Order(StringComparer.Ordinal).ShouldBe(["錫盟科通報〔2024〕1號", "錫盟科通報〔2024〕2號"]);
        var register = await host.Reader.HistoryAsync<Domain.Notices.DocumentNumberEvent>("document-numbers/2024", position: null, Cancellation);
        register.Count.ShouldBe(2);
    }

    /// <summary>Every printed number by its cell's id, with its digits as they are.</summary>
    private static Dictionary<string, string?> Cells(JsonNode content)
    {
        var cells = new Dictionary<string, string?>();
        Walk(content);
        return cells;

        void Walk(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject cell when cell.ContainsKey("id") && cell.ContainsKey("lacking"):
                    cells[cell["id"]!.GetValue<string>()] = cell["value"]?.ToJsonString();
                    break;
                case JsonObject parts:
                    foreach (var (_, part) in parts)
                        Walk(part);
                    break;
                case JsonArray items:
                    foreach (var item in items)
                        Walk(item);
                    break;
            }
        }
    }

    /// <summary>The content's own bytes, cut out of the answer: what the hash is of.</summary>
    private static string Content(string answer) => answer[(answer.IndexOf("\"content\":", StringComparison.Ordinal) + "\"content\":".Length)..^1];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public sealed class Host : NoticesHost
    {
        /// <summary>The position at which all six quarters had been told.</summary>
        public long Told { get; private set; }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Told = (await Reader.HeadAsync(CancellationToken.None)).Position;
        }
    }
}
