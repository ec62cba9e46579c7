using System.Text;
using Ledger.Api.Assessment;
using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Schemes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Basis = Ledger.Domain.Programme.Basis;

namespace Ledger.Browser.Tests.Assessment;

/// <summary>
/// The plan and the proposed scheme are in force; the result of 2022 was published yesterday with a deduction of one zone; of 2023, which
/// has a scheme of its own, all voted and nothing is decided. No figure was ever reported, so that a zone scores what its ballots are worth, and the grades are set
/// accordingly: without its deduction DLN would be good, with it DLN only passes.
/// </summary>
public sealed class CommitteeBrowser : BrowserHost
{
    public const string Scheme = "xlg-htz-annual";

    /// <summary>The scheme of 2023 alone, so that changing it touches no other year.</summary>
    public const string SchemeOf2023 = "xlg-htz-trial";

    public static readonly AssessmentScheme Document = ProposedScheme.Document with
    {
        Grades = [.. ProposedScheme.Document.Grades.Zip([13m, 10, 9, 0], (grade, from) => grade with { From = from })],
    };

    private static readonly string[] Members = ["member-1", "member-2", "member-3"];

    private static readonly WriteContext Secretary = new(new Actor("stb", "STB", Role.Secretary));

    public static readonly WriteContext Chair = new(new Actor("chair", "XLA", Role.Chair));

    public LocalDate Today => Services.GetRequiredService<Today>().Date;

    /// <summary>A kept paper that a vote may refer to.</summary>
    public string Evidence { get; private set; } = "";

    public AssessmentActs Acts => Services.GetRequiredService<AssessmentActs>();

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        foreach (var member in Members)
            await AppointAsync(member, "STB", Role.Member);
        await AppointAsync("chair", "XLA", Role.Chair);
        Written(await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new(Plan.Document, Paper(new(2021, 11, 5)), new LocalDate(2021, 11, 5)), Secretary, default));
        Written(await Services.GetRequiredService<SchemeActs>().AdoptAsync(
            new(Document, 2022, Paper(new(2021, 11, 20)), On: new LocalDate(2021, 12, 1)), Secretary, default));
        Written(await Services.GetRequiredService<SchemeActs>().AdoptAsync(
            new(Document with { Id = SchemeOf2023 }, 2023, Paper(new(2021, 11, 20)), On: new LocalDate(2021, 12, 1)), Secretary, default));
        await KeepAsync();
        await VoteAsync(2022, Scheme);
        await VoteAsync(2023, SchemeOf2023);
        await PublishAsync(2022);
    }

    private async Task KeepAsync()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("現場核查記錄"));
        var kept = await Services.GetRequiredService<EvidenceStore>().KeepAsync(content, "核查記錄.txt", "text/plain", Secretary.Actor, default);
        Evidence = kept.ShouldBeOfType<EvidenceResult.Kept>().Evidence.Sha256;
    }

    /// <summary>XLHT is judged well on the key tasks, DLN on the progress to its goal.</summary>
    private async Task VoteAsync(int year, string scheme)
    {
        var on = Today.PlusDays(-60);
        Written(await Acts.OpenAsync(year, new(scheme, 1, Members, "chair", 2, On: on), Secretary, default));
        foreach (var member in Members.Select(Member))
        {
            foreach (var zone in Plan.Document.Zones)
                Written(await Acts.DeclareAsync(year, new(zone.Code, Interest.None, null, on), member, default));
        }

        Written(await Acts.FreezeAsync(year, new(on), Secretary, default));
        foreach (var member in Members.Select(Member))
        {
            foreach (var (zone, criterion) in from zone in Plan.Document.Zones from criterion in new[] { "E1", "E2", "E3" } select (zone.Code, criterion))
            {
                var level = (zone, criterion) switch { ("XLHT", "E1") or ("DLN", "E3") => 5, ("XLHT", "E3") or ("DLN", "E1") => 2, _ => 4 };
                Written(await Acts.CastAsync(year, new(zone, criterion, level, "現場核查", [Evidence], on), member, default));
            }
        }

        Written(await Acts.CloseVotingAsync(year, new(on), Chair, default));
    }

    private async Task PublishAsync(int year)
    {
        Written(await Acts.AdjustAsync(
            year, new("DLN", "M3", 1, new("錫應急發〔2023〕12號", new(2023, 1, 10), "盟應急管理局"), null, Today.PlusDays(-20)), Secretary, default));
        Written(await Acts.RatifyAsync(year, new(Members, "會議紀要", Today.PlusDays(-15)), Chair, default));
        Written(await Acts.PublishAsync(year, new(Today.PlusDays(-1)), Secretary, default));
    }

    public static WriteContext Member(string officer) => new(new Actor(officer, "STB", Role.Member));

    private static Basis Paper(LocalDate on) => new(null, on, "錫林郭勒盟行政公署", null);

    public static void Written(WriteResult result) => result.ShouldBeOfType<WriteResult.Written>(
        result is WriteResult.Refused refused ? $"{refused.Refusal.Code}: {string.Join("; ", refused.Refusal.Faults)}" : null);
}

[CollectionDefinition(Name)]
public sealed class WhoWorksWithTheCommittee : ICollectionFixture<CommitteeBrowser>
{
    public const string Name = "the committee";
}
