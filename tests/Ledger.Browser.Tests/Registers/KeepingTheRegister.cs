using System.Text;
using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Browser.Tests.KeyTasks;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Access;
using Ledger.Domain.Registers;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Period = Ledger.Domain.Period;

namespace Ledger.Browser.Tests.Registers;

/// <summary>The plan is in force; the register is empty. Reports on tasks play no part here.</summary>
public sealed class KeepingTheRegister(TasksBrowser host) : IClassFixture<TasksBrowser>
{
    private const string Headings = "code,name,zone,kind,level,certificate,from,until,document\n";
    private const string Mended =
        Headings + "L-WALK-001,示例科技公司,XLHT,hte,,GR001,2023-11-05,2099-11-05,示例公告\nL-WALK-002,示例重點實驗室,BYH,key_lab,region,,2023-03-01,,示例公告\n";

    private static readonly Words Words = new("en");

    [Fact]
    public async Task A_list_with_a_fault_is_mended_and_recorded_counted_taken_out_again_and_an_institution_renamed()
    {
        await using var office = await host.SignInAsync("stb");
        await office.OpenAsync("/registers?text=L-WALK");
        await office.FormReadyAsync();
        await Expect(office.Page.Locator("main")).ToContainTextAsync(Words["registers.none.what"]);
        var before = (await host.Reader.HeadAsync(Cancellation)).Position;
        await office.Page.Locator("summary").Filter(new() { HasText = Words["registerlist.import"] }).ClickAsync();
        await ChooseAsync(office, Mended.Replace("2023-11-05", "5 Nov 2023", StringComparison.Ordinal));
        await Expect(office.Page.Locator(".import-faults tbody")).ToContainTextAsync("G2");
        await Expect(office.Page.Locator(".import-faults tbody")).ToContainTextAsync(Words["fault.cell-not-a-date", "5 Nov 2023"]);
        await Expect(office.Page.GetByRole(AriaRole.Button, new() { Name = Words["import.record", 2] })).ToHaveCountAsync(0);
        await office.ShouldBeAccessibleAsync();

        await ChooseAsync(office, Mended);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = Words["import.record", 2] }).ClickAsync();
        await Expect(office.Page.Locator(".import .done")).ToBeVisibleAsync();
        await Expect(office.Page.Locator(".register-list tbody tr")).ToHaveCountAsync(2);
        await Expect(office.Page.Locator(".register-counts").GetByRole(AriaRole.Link, new() { Name = "1 high-tech enterprise Xilinhot Zone" })).ToBeVisibleAsync();

        var download = await office.Page.RunAndWaitForDownloadAsync(() =>
            office.Page.GetByRole(AriaRole.Link, new() { Name = Words["list.csv"] }).First.ClickAsync());
        using (var reader = new StreamReader(await download.CreateReadStreamAsync(), Encoding.UTF8))
            (await reader.ReadToEndAsync(Cancellation)).ShouldContain("L-WALK-001,示例科技公司,XLHT,hte,,GR001,2023-11-05,2099-11-05");

        await office.Page.Locator(".register-list").GetByRole(AriaRole.Link, new() { Name = "示例科技公司" }).ClickAsync();
        await office.FormReadyAsync();
        await Expect(office.Page.Locator(".validity svg")).ToHaveCountAsync(1);
        await office.Page.Locator("summary").Filter(new() { HasText = Words["institution.rename"] }).ClickAsync();
        await office.Page.Locator("#rename-name").FillAsync("示例智能公司");
        await PressAsync(office, "institution.rename");
        await Expect(office.Page.Locator("#rename-text-fault")).ToBeVisibleAsync();
        await Expect(office.Page.Locator("#rename-name")).ToHaveValueAsync("示例智能公司");
        await office.Page.Locator("#rename-text").FillAsync("示例變更");
        await PressAsync(office, "institution.rename");
        await Expect(office.Title).ToHaveTextAsync("示例智能公司");
        await Expect(office.Page.Locator(".particulars").First).ToContainTextAsync("示例科技公司");
        await Expect(office.Page.Locator(".timeline li")).ToHaveCountAsync(3);
        await office.ShouldBeAccessibleAsync();

        // The certificate's first day was recorded wrongly; the field at fault keeps what was typed, the others what stands.
        var granted = office.Page.Locator("#act-2");
        await granted.Locator("summary").Filter(new() { HasText = Words["institution.correct"] }).ClickAsync();
        await granted.Locator("summary").GetByText(Words["institution.correct.act"], new() { Exact = true }).ClickAsync();
        await Expect(granted.Locator("#act-2-correct-certificate")).ToHaveValueAsync("GR001");
        await granted.Locator("#act-2-correct-from").FillAsync("2023-12-05");
        await granted.GetByRole(AriaRole.Button, new() { Name = Words["institution.correct.act"], Exact = true }).ClickAsync();
        await Expect(granted.Locator("#act-2-correct-text-fault")).ToBeVisibleAsync();
        await granted.Locator("#act-2-correct-text").FillAsync("示例：證書日期誤錄");
        await granted.GetByRole(AriaRole.Button, new() { Name = Words["institution.correct.act"], Exact = true }).ClickAsync();
        await Expect(granted.Locator(".tag")).ToHaveTextAsync(Words["institution.act.corrected"]);
        await Expect(office.Page.Locator(".register-list tbody tr").First).ToContainTextAsync("2023-12-05");
        await Expect(office.Page.Locator(".timeline li")).ToHaveCountAsync(4);
        await office.ShouldBeAccessibleAsync();

        // Said once more as it stands, it is not said to have been recorded.
        await granted.GetByRole(AriaRole.Button, new() { Name = Words["institution.correct.act"], Exact = true }).ClickAsync();
        await Expect(office.Page.Locator("p.done[role=status]").First).ToHaveTextAsync(Words["form.same"]);
        await Expect(office.Page.Locator(".timeline li")).ToHaveCountAsync(4);

        // As it was before: nothing is there, and nothing can be entered.
        await office.OpenAsync($"/registers?text=L-WALK&asOf=@{before}");
        await Expect(office.Page.Locator(".register-list, .import, .register-enter")).ToHaveCountAsync(0);

        await using var zone = await host.SignInAsync("xlht", "zh-Hant", width: 400);
        foreach (var address in (string[])["/registers?kind=hte", "/registers/L-WALK-001"])
        {
            await zone.OpenAsync(address);
            await Expect(zone.Page.Locator("main")).ToContainTextAsync("示例智能公司");
            await Expect(zone.Page.Locator(".import, details.follow")).ToHaveCountAsync(0);
            await zone.ShouldBeAccessibleAsync();
            await zone.ShouldFitAsync();
        }
    }

    [Fact]
    public async Task The_reviewer_sees_the_names_behind_a_difference_until_return_and_register_agree()
    {
        var quarter = Period.Parse("2024-Q1");
        var zone = new WriteContext(new Actor("dln", "DLN", Role.Reporter, "DLN"));
        var office = new WriteContext(new Actor("stb", "STB", Role.Secretary));
        foreach (var command in (InstitutionCommand[])[new EnterInstitution("示例多倫公司", "DLN", "示例名冊"), new GrantRecognition("hte", null, new(2023, 6, 1), "示例公告")])
            (await Registers.ActAsync("L-DLN-001", command, office, Cancellation)).ShouldBeOfType<WriteResult.Written>();
        await StateAsync(2);

        await using var reviewer = await host.SignInAsync("stat");
        await reviewer.OpenAsync("/review/DLN/2024-Q1");
        await Expect(reviewer.Page.Locator("#line-hte_count .finding")).ToContainTextAsync("the return states 2, the register counts 1");
        await Expect(reviewer.Page.Locator("#line-hte_count .difference-names a")).ToHaveTextAsync("示例多倫公司");
        await reviewer.ShouldBeAccessibleAsync();

        await StateAsync(1);
        await reviewer.OpenAsync("/review/DLN/2024-Q1");
        await Expect(reviewer.Page.Locator("#line-hte_count")).ToBeVisibleAsync();
        await Expect(reviewer.Page.Locator("#line-hte_count .finding, #line-hte_count .difference-names")).ToHaveCountAsync(0);

        async Task StateAsync(decimal value) => (await host.Services.GetRequiredService<ReturnActs>().ReportAsync(
            "DLN", quarter, new([new FigureLine("hte_count", value)], Reason: "核對名冊", On: quarter.End), zone, Cancellation)).ShouldBeOfType<WriteResult.Written>();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RegisterActs Registers => host.Services.GetRequiredService<RegisterActs>();

    private static Task ChooseAsync(Visitor office, string list) => office.Page.Locator("#registers-import-file")
        .SetInputFilesAsync(new FilePayload { Name = "register.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(list) });

    private static Task PressAsync(Visitor office, string key) =>
        office.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true }).ClickAsync();
}
