using System.Text.RegularExpressions;
using Ledger.Api.Tests.Assessment;
using Ledger.Api.Tests.Notices;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Audit;

/// <summary>Whatever can be asked of a moment of the past is answered alike, whatever is recorded after it: every address there is.</summary>
public partial class SpeakingForThePast(AssessmentHost host) : IClassFixture<AssessmentHost>
{
    /// <summary>What is no part of the ledger, and so has no past; and proofs, which grow with the log and its witnesses.</summary>
    private static readonly string[] Timeless =
        ["/openapi", "/health", "/language", "/sign-in", "/forbidden", "/not-found", "/error", "/status", "/_", "/log", "/api/log", "/api/audit/bundle", "/integrity/bundle"];

    /// <summary>Addresses that say one thing of many: what is asked of them.</summary>
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["/api/returns"] = "period=2023-Q3",
        ["/api/figures"] = "zone=XLHT",
        ["/api/indicators/{id}"] = "zone=XLHT&period=2023-Q3",
        ["/api/audit/diff"] = "from=@10",
        ["/compare"] = "from=@10",
        ["/review"] = "period=2023-Q3",
        ["/api/audit/events/export"] = "format=csv",
        ["/events/export"] = "format=jsonl",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["zone"] = "XLHT", ["zonecode"] = "XLHT", ["series"] = "op_revenue", ["seriescode"] = "op_revenue", ["period"] = "2023-Q3",
        ["periodcode"] = "2023-Q3", ["edition"] = "1", ["number"] = "1", ["year"] = "2023", ["at"] = "50", ["version"] = "1",
        ["task"] = "T2.3", ["taskid"] = "T2.3", ["unit"] = "XLHT", ["unitcode"] = "XLHT",
        ["meeting"] = "2024-1", ["code"] = "L-PAST-001",
        ["cell"] = "notice.2023-Q3.1.2023-Q3.op_revenue.XLHT.growth",
    };

    /// <summary>Where the general value does not fit.</summary>
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["/api/indicators/{id}"] = "/api/indicators/hte_revenue_share",
        ["/indicators/{Code}"] = "/indicators/hte_revenue_share",
        ["/indicators/{Code}/{ZoneCode}/{PeriodCode}"] = "/indicators/hte_revenue_share/XLHT/2023-Q3",
        ["/zones/{Code}"] = "/zones/XLHT",
        ["/api/zones/{code}"] = "/api/zones/XLHT",
        ["/conference/{Number}"] = "/conference/2024-1",
        ["/api/schemes/{id}/versions/{number:int}"] = "/api/schemes/xlg-htz-annual/versions/1",
        ["/schemes/{id}/{number:int}/document.json"] = "/schemes/xlg-htz-annual/1/document.json",
        ["/schemes/{Id}/{Number:int}"] = "/schemes/xlg-htz-annual/1",
        ["/schemes/{Id}/supersede"] = "/schemes/xlg-htz-annual/supersede",
    };

    [Fact]
    public async Task Every_address_answers_a_past_moment_with_the_same_bytes_whatever_comes_after()
    {
        await LiveAsync();
        using var auditor = await host.AsAsync("auditor");
        var past = (await auditor.AskAsync("/api/officers")).Position;
        using var page = await BrowserAsync("auditor");
        var addresses = Addresses().ToList();
        addresses.Count.ShouldBeGreaterThan(60);
        var before = await AskAllAsync(addresses, auditor, page, past);
        before.Where(answer => answer.Value.Status == 404).Select(answer => answer.Key).ShouldBeEmpty();

        await GoOnAsync();
        var after = await AskAllAsync(addresses, auditor, page, past);
        var changed = addresses.Where(address => before[address] != after[address])
            .Select(address => $"{address}: {Difference(before[address], after[address])}");
        changed.ShouldBeEmpty();

        // And they do speak of the ledger: most are otherwise at the new head.
        var now = await AskAllAsync(addresses, auditor, page, (await auditor.AskAsync("/api/officers")).Position);
        addresses.Count(address => now[address].Text != after[address].Text).ShouldBeGreaterThan(addresses.Count * 2 / 3);
    }

    /// <summary>A year from its opening to a published result, and a notice.</summary>
    private async Task LiveAsync()
    {
        using var secretary = await host.AsAsync("stb");
        using var chair = await host.AsAsync("chair");
        using var zone = await host.AsAsync("dln");
        (await secretary.PostAsync("/api/notices/2023-Q3/issue", new { on = "2023-10-27" })).Ok();
        const string At = "/api/assessments/2023";
        await host.OpenToVoteAsync(2023);
        await host.VoteOnEverythingAsync(2023);
        (await chair.PostAsync($"{At}/close-voting", new { on = "2024-02-20" })).Ok();
        (await chair.PostAsync($"{At}/ratify", new { minutes = "會議紀要", on = "2024-03-08" })).Ok();
        (await secretary.PostAsync($"{At}/publish", new { on = "2024-03-18" })).Ok();
        (await secretary.PutAsync("/api/conference/meetings/2024-1", new { meetsOn = "2024-03-20", items = new[] { new { kind = "other", title = "一" } } })).Ok();
        (await secretary.PutAsync("/api/registers/institutions/L-PAST-001", new { name = "示例甲公司", zone = "XLHT", document = "示例名冊", on = "2021-11-10" })).Ok();
        (await zone.PostAsync($"{At}/appeals", new { zone = "DLN", cells = new[] { "B4" }, grounds = "基數過小", on = "2024-03-19" })).Ok();
    }

    /// <summary>Everything that can change does.</summary>
    private async Task GoOnAsync()
    {
        using var secretary = await host.AsAsync("stb");
        using var chair = await host.AsAsync("chair");
        using var admin = await host.AsAsync("admin");
        (await secretary.PutAsync("/api/conference/meetings/2024-1", new { meetsOn = "2024-03-21", items = new[] { new { kind = "other", title = "二" } } })).Ok();
        (await secretary.PostAsync("/api/registers/institutions/L-PAST-001/rename", new { name = "示例乙公司", document = "示例公告", on = "2024-03-21" })).Ok();
        (await admin.PutAsync("/api/officers/newcomer", new { name = "新人", organisation = "STAT", role = "reviewer" })).Ok();
        (await admin.PutAsync("/api/officers/auditor", new { name = "另一個名字", organisation = "XLA", role = "auditor" })).Ok();
        await host.CorrectAsync("XLHT", Period.Parse("2023-Q3"), "op_revenue", 170.00m, new(2024, 4, 1));
        await host.TellAsync("2023-Q4");
        (await secretary.PostAsync("/api/notices/2023-Q3/supersede", new { reason = "更正", on = "2024-04-10" })).Ok();
        await host.AdoptAsync(
            NoticesHost.WithBaselines with
            {
                Zones = [.. NoticesHost.WithBaselines.Zones.Select(zone => zone.Code == "XLHT"
                    ? zone with { Name = new("另名", "另名", "Another name"), ShortName = new("另名", "另名", "Another") }
                    : zone)],
            },
            new(2024, 4, 11));
        (await chair.PostAsync("/api/assessments/2023/appeals/1/decide", new { outcome = "dismissed", reason = "依據不足", on = "2024-04-12" })).Ok();
        (await secretary.PostAsync("/api/assessments/2023/close", new { on = "2024-04-13" })).Status.ShouldBeOneOf(
            System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.Conflict);
        await host.OpenToVoteAsync(2024);
        (await admin.PostAsync("/api/officers/newcomer/dismiss", new { reason = "調離" })).Ok();
    }

    private IEnumerable<string> Addresses() => host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
        .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            || endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
        .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.Trim('/')}")
        .Where(route => !Timeless.Any(prefix => route.StartsWith(prefix, StringComparison.Ordinal)) && !route.Contains("{**", StringComparison.Ordinal))
        // A file of the program, and evidence, which is found by its own hash.
        .Where(route => !StaticFile().IsMatch(route) && !route.Contains("{sha256}", StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string Address(string route, long position)
    {
        var path = Whole.TryGetValue(route, out var whole)
            ? whole
            : Parameter().Replace(route, match => Values.TryGetValue(match.Groups["name"].Value.ToLowerInvariant(), out var value)
                ? Uri.EscapeDataString(value)
                : throw new InvalidOperationException($"{route} needs a value for {match.Value}, so that the past can be asked of it."));
        return $"{path}?asOf=@{position}{(Questions.TryGetValue(route, out var question) ? $"&{question}" : "")}";
    }

    private static async Task<Dictionary<string, Told>> AskAllAsync(IEnumerable<string> routes, HttpClient api, HttpClient page, long position)
    {
        var told = new Dictionary<string, Told>();
        foreach (var route in routes)
        {
            var isApi = route.StartsWith("/api", StringComparison.Ordinal);
            var answer = await (isApi ? api : page).AskAsync(Address(route, position));
            ((int)answer.Status).ShouldBeLessThan(500, $"{route}: {answer.Text}");
            answer.Text.ShouldNotContain("sign-in-form", Case.Sensitive, route);
            if (!isApi && answer.MediaType == "text/html")
                (answer.Text.Contains("moment-band", StringComparison.Ordinal) || route.EndsWith("/paper", StringComparison.Ordinal)).ShouldBeTrue($"{route}: {(int)answer.Status} {answer.Text}");
            told[route] = new((int)answer.Status, answer.Headers.GetValueOrDefault("ETag"), isApi ? answer.Text : Shown(answer.Text));
        }

        return told;
    }

    /// <summary>A page without what is of the visit and not of the ledger: marks of its parts, tokens, who is signed in.</summary>
    private static string Shown(string html) =>
        Visit().Replace(html.Contains("<main", StringComparison.Ordinal) ? html[html.IndexOf("<main", StringComparison.Ordinal)..] : html, "");

    private async Task<HttpClient> BrowserAsync(string officer)
    {
        var client = host.CreateDefaultClient(new Uri(host.ClientOptions.BaseAddress.ToString()), new CookieKeeper());
        var form = (await client.AskAsync("/sign-in")).Ok().Text;
        var token = Token().Match(form).Groups["value"].Value;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["_handler"] = Handler().Match(form).Groups["value"].Value,
            ["Form.User"] = officer, ["Form.Password"] = LedgerHost.Password,
        });
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return client;
    }

    private static string Difference(Told before, Told after)
    {
        if ((before.Status, before.ETag) is var was && was != (after.Status, after.ETag) && before.Text == after.Text)
            return $"{was} became {(after.Status, after.ETag)}";
        var at = before.Text.Zip(after.Text).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, at - 120);
        return $"…{before.Text[from..Math.Min(before.Text.Length, at + 120)]}… became …{after.Text[from..Math.Min(after.Text.Length, at + 120)]}…";
    }

    private sealed record Told(int Status, string? ETag, string Text);

    private sealed class CookieKeeper() : DelegatingHandler
    {
        private readonly System.Net.CookieContainer cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
                request.Headers.TryAddWithoutValidation("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                cookies.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9]+)(:[a-z]+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\.(css|js|map|svg|ico|woff2?|png|gz|br|txt|json\.gz)$|^/_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StaticFile();

    [GeneratedRegex("""<!--.*?-->|<input type="hidden" name="__RequestVerificationToken"[^>]*>|value="CfDJ[^"]*"|(for|id|aria-[a-z]+)="mud[^"]*"|<script.*?</script>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Visit();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("""name="_handler"[^>]*value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handler();
}
