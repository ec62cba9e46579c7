using System.Text.Json.Nodes;
using Ledger.Api.Tests.Notices;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Tests.Assessment;

/// <summary>A ledger with a scheme adopted before 2022, and a committee in office.</summary>
public class AssessmentHost : NoticesHost
{
    public static readonly string[] Members = ["member-1", "member-2", "member-3"];

    protected virtual AssessmentScheme Scheme => PublishedPapers.Scheme;

    /// <summary>What a vote refers to where it does not matter.</summary>
    public string[] Evidence { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var member in Members)
            await AppointAsync(member, "STB", Role.Member);
        await AppointAsync("chair", "XLA", Role.Chair);
        using var secretary = await AsAsync("stb");
        Evidence = [await KeepAsync(secretary, "現場核查記錄")];
        (await secretary.PostAsync("/api/schemes", new
        {
            scheme = Scheme, fromYear = 2022,
            basis = new { documentNumber = (string?)null, date = "2021-11-20", organ = "錫林郭勒盟行政公署", note = (string?)null }, on = "2021-12-01",
        })).Ok();
    }

    /// <returns>The hash under which the paper is kept.</returns>
    public static async Task<string> KeepAsync(HttpClient officer, string words)
    {
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(words));
        file.Headers.ContentType = new("text/plain");
        using var form = new MultipartFormDataContent { { file, "file", "核查記錄.txt" } };
        using var kept = await officer.PostAsync("/api/evidence", form, CancellationToken.None);
        return (string)JsonNode.Parse(await kept.Content.ReadAsStringAsync())!["sha256"]!;
    }

    /// <summary>Opened, everybody free to judge, figures frozen: members may vote.</summary>
    public async Task OpenToVoteAsync(int year)
    {
        using var secretary = await AsAsync("stb");
        var at = $"/api/assessments/{year}";
        (await secretary.PostAsync($"{at}/open", new
        {
            scheme = "xlg-htz-annual", version = 1, members = Members, chair = "chair", quorum = 2, on = $"{year + 1}-02-01",
        })).Ok();
        await DeclareAndFreezeAsync(year);
    }

    public async Task DeclareAndFreezeAsync(int year)
    {
        var at = $"/api/assessments/{year}";
        foreach (var officer in Members)
        {
            using var member = await AsAsync(officer);
            foreach (var zone in Zones)
                (await member.PostAsync($"{at}/declarations", new { zone, interest = "none", on = $"{year + 1}-02-05" })).Ok();
        }

        using var secretary = await AsAsync("stb");
        (await secretary.PostAsync($"{at}/freeze", new { on = $"{year + 1}-02-10" })).Ok();
    }

    public Task VoteOnEverythingAsync(int year) => VoteOnEverythingAsync(year, $"{year + 1}-02-15", Members);

    public async Task VoteOnEverythingAsync(int year, string on, params string[] officers)
    {
        foreach (var officer in officers)
        {
            using var member = await AsAsync(officer);
            foreach (var zone in Zones)
            {
                foreach (var criterion in new[] { "E1", "E2", "E3" })
                {
                    (await member.PutAsync($"/api/assessments/{year}/ballots/{zone}/{criterion}", new
                    {
                        level = 4, reason = "現場核查", evidence = Evidence, on,
                    })).Ok();
                }
            }
        }
    }
}
