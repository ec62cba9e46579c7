using CsCheck;
using Ledger.Api.Lists;
using Ledger.Api.Registers;
using Ledger.Api.Store;
using Ledger.Api.Tests.Lists;
using Ledger.Domain.Access;
using Ledger.Domain.Registers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Api.Tests.Registers;

/// <summary>Two ledgers, both with the plan in force and an empty register.</summary>
public sealed class TwoLedgers : IAsyncLifetime
{
    public RegisterHost Old { get; } = new();

    public RegisterHost New { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Old.InitializeAsync();
        await New.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Old.DisposeAsync();
        await New.DisposeAsync();
    }
}

public sealed class TakingTheHistoryAlong(TwoLedgers ledgers) : IClassFixture<TwoLedgers>
{
    private const string Import = "/api/registers/import";

    private static readonly string[] Zones = ["XLHT", "BYH", "SNT"];
    private static readonly string[] Kinds = ["hte", "tech_sme", "incubator", "key_lab"];

    /// <summary>An act on one of three institutions, with whatever numbers it needs.</summary>
    private static readonly Gen<Invented> AnAct = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 13], Gen.Int[0, 1_500], Gen.Int[0, 7], Gen.Int[0, 400], (who, what, day, which, days) => new Invented(who, what, day, which, days));

    private static int samples;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_register_taken_out_with_its_history_and_brought_into_an_empty_ledger_counts_the_same_on_every_day() =>
        await Gen.Select(AnAct.Array[10, 40], Gen.Bool).SampleAsync(
            async (acts, isXlsx) =>
            {
                var prefix = FormattableString.Invariant($"L-TRIP-{Interlocked.Increment(ref samples):000}");
                await PlayAsync(acts.OrderBy(act => act.Day), prefix);
                using var from = await ledgers.Old.AsAsync("stb");
                using var to = await ledgers.New.AsAsync("stb");
                var list = await from.GetByteArrayAsync(new Uri($"/api/registers/list?past=true&text={prefix}&format={(isXlsx ? "xlsx" : "csv")}", UriKind.Relative), Cancellation);
                if (await IsEmptyAsync(from, prefix))
                    return;

                var foreseen = (await to.SendListAsync($"{Import}?dryRun=true", list)).Ok().Read<ListPreview>();
                foreseen.Faults.ShouldBeEmpty();
                foreseen.Recorded.Count.ShouldBe(foreseen.Rows, "each row is an act");
                (await to.SendListAsync(Import, list)).Receipt().Events.ShouldBe(foreseen.Rows);
                (await to.SendListAsync(Import, list)).Receipt().Events.ShouldBe(0);
                (await from.SendListAsync(Import, list)).Receipt().Events.ShouldBe(0);

                var days = Enumerable.Range(2020, 9).SelectMany(year => new[] { new LocalDate(year, 1, 1), new LocalDate(year, 5, 17) })
                    .Concat(acts.Select(act => act.On));
                foreach (var day in days.Distinct())
                {
                    foreach (var question in (string[])[$"/api/registers/counts?on={day:uuuu-MM-dd}", $"{RegisterHost.Institutions}?on={day:uuuu-MM-dd}&text={prefix}"])
                        Told(await to.AskAsync(question)).ShouldBe(Told(await from.AskAsync(question)), question);
                }
            },
            iter: 12, threads: 1);

    [Fact]
    public async Task Faults_of_a_history_stand_at_their_cells_and_nothing_is_recorded()
    {
        using var office = await ledgers.New.AsAsync("stb");
        const string list = "统一社会信用代码,办理事项,生效日期,机构名称,开发区,认定序号,认定类别,级别,证书编号,有效期至,失效原因,并入机构代码,依据文件,文件日期\n"
            + "L-FAULT-01,录入,2020/1/1,示例甲,XLHT,,,,,,,,示例名册,2020年1月10日\n"
            + "L-FAULT-01,认定,2021/11/5,,,1,高新技术企业,,GR1,,,,示例公告,2021-11-20\n"
            + "L-FAULT-01,更名,2019/1/1,示例乙,,,,,,,,,示例变更,2022-01-10\n"
            + "L-FAULT-01,迁移,2022/1/1,示例乙,BYH,,,,,,,,示例变更,2022-01-10\n"
            + "L-FAULT-01,续期,2024/11/6,,,2,,,GR2,,,,示例公告,2022-01-10\n"
            + "L-FAULT-01,搬家,2022/1/1,,,,,,,,,,示例变更,2022-01-10\n"
            + "L-FAULT-01,并入,2025/1/1,,,,,,,,,L-FAULT-09,示例协议,2022-01-10\n"
            + "L-FAULT-02,更名,2022/1/1,示例丙,,,,,,,,,示例变更,2022-01-10\n";
        var preview = (await office.SendListAsync($"{Import}?dryRun=true", list)).Ok().Read<ListPreview>();
        preview.Faults.Select(fault => (fault.Cell, fault.Code)).ShouldBe(
        [
            ("C4", "before-entry"), ("D5", "field-not-of-act"), ("F6", "row-recognition-unknown"), ("B7", "cell-not-among"), ("L8", "merge-into-unknown"),
            ("A9", "institution-unknown"),
        ], ignoreOrder: true);
        (await office.SendListAsync(Import, list)).Refused(422, "list-at-fault").Errors.Count.ShouldBe(6);
        (await office.AskAsync($"{RegisterHost.Institutions}/L-FAULT-01")).Refused(404, "institution-unknown");
    }

    // What is refused did not happen.
    private async Task PlayAsync(IEnumerable<Invented> acts, string prefix)
    {
        var registers = ledgers.Old.Services.GetRequiredService<RegisterActs>();
        var context = new WriteContext(new Actor("stb", "STB", Role.Secretary));
        foreach (var act in acts)
            await registers.ActAsync($"{prefix}-{act.Who}", CommandOf(act, prefix), context, Cancellation);
    }

    private static InstitutionCommand CommandOf(Invented act, string prefix)
    {
        var (on, from) = (act.On, act.On.PlusDays(-act.Days));
        var zone = Zones.ElementAtOrDefault(act.Which % 4);
        var kind = Kinds[act.Which % 4];
        var level = kind is "incubator" or "key_lab" ? "region" : null;
        LocalDate? until = act.Which < 4 ? null : from.PlusDays(act.Days + 300);
        return act.What switch
        {
            0 or 1 => new EnterInstitution($"示例{act.Who}", zone, "示例名冊", act.Which < 4 ? null : from, on),
            2 => new RenameInstitution($"示例新名{act.Which}", "示例變更", from, on),
            3 => new MoveInstitution(zone, "示例變更", from, on),
            4 => new MergeInstitution($"{prefix}-{act.Which % 3}", "示例協議", from, on),
            5 => new CloseInstitution("示例註銷", from, on),
            6 or 7 or 8 => new GrantRecognition(kind, level, from, "示例公告", act.Which < 2 ? null : $"GR{act.Which}", until, on),
            9 => new RenewRecognition(1 + (act.Which % 2), from, "示例公告", $"GR{act.Which}", until, on),
            10 => new EndRecognition(1 + (act.Which % 2), (RecognitionEnd)(act.Which % 2), "示例撤銷", from, on),
            11 => new StrikeAct(1 + act.Which, "示例：誤錄", on),
            12 => new CorrectAct(1 + act.Which, new("示例更正", Kind: kind, Level: level, Certificate: "GR9", From: from), "示例：誤錄", on),
            _ => new CorrectAct(1, new("示例更正", $"示例{act.Who}", zone, From: from), "示例：誤錄", on),
        };
    }

    private static async Task<bool> IsEmptyAsync(HttpClient client, string prefix) =>
        (await client.AskAsync($"{RegisterHost.Institutions}?past=true&text={prefix}")).Ok().Read<InstitutionPage>().Institutions.Count == 0;

    /// <summary>Numbers of recognitions that were struck out are no part of what is so.</summary>
    private static string Told(Answer answer) => answer.Ok().Json["institutions"] is { } institutions
        ? string.Join('\n', institutions.AsArray().Select(one => string.Join(' ',
            one!["code"], one["name"], one["zone"], one["isThere"], one["ending"]?.ToJsonString(), string.Join(';', one["recognitions"]!.AsArray()
                .Where(recognition => recognition!["struck"] is null)
                .Select(recognition => string.Join(' ', recognition!["kind"], recognition["level"], recognition["standing"], recognition["ended"]?.ToJsonString(), recognition["terms"]!.ToJsonString()))))))
        : answer.Json["counts"]!.ToJsonString();

    private sealed record Invented(int Who, int What, int Day, int Which, int Days)
    {
        public LocalDate On => new LocalDate(2021, 1, 1).PlusDays(Day);
    }
}
