using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Browser.Tests.Reporting;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Browser.Tests.KeyTasks;

/// <summary>The plan is in force, and a bureau has an officer for its part of key tasks; nothing was reported.</summary>
public sealed class TasksBrowser : BrowserHost
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var adopted = await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new AdoptProgramme(Plan.Document, new Basis(null, new LocalDate(2021, 11, 5), "錫林郭勒盟行政公署", null), new LocalDate(2021, 11, 5)),
            new WriteContext(new Actor("stb", "STB", Role.Secretary)),
            CancellationToken.None);
        adopted.ShouldBeOfType<WriteResult.Written>();
        await AppointAsync("hrb", "HRB", Role.Unit);
    }
}

public sealed class ReportingAndSupervising(TasksBrowser host) : IClassFixture<TasksBrowser>
{
    private const string Part = "/tasks/T2.4/HRB";
    private static readonly Words Words = new("en");

    [Fact]
    public async Task A_unit_reports_the_office_supervises_the_unit_answers_and_it_is_closed()
    {
        await using var unit = await host.SignInAsync("hrb");
        await unit.OpenAsync("/tasks");
        await unit.Navigation.GetByText(Words["nav.tasks"]).WaitForAsync();
        await unit.Page.Locator("#task-T2\\.4").GetByRole(AriaRole.Link, new() { Name = "Human Resources" }).ClickAsync();
        await unit.FormReadyAsync();
        unit.Address.ShouldBe(Part);
        await Expect(unit.Page.Locator("main")).ToContainTextAsync(Words["taskpart.reports.none.what"]);
        await Expect(unit.Page.GetByText(Words["taskpart.supervise.title"])).ToHaveCountAsync(0);

        // Nothing typed is lost by a refusal, which stands beside its field.
        await unit.Page.Locator("#report-state").SelectOptionAsync("Behind");
        await unit.Page.Locator("#report-result-high_level_talents").FillAsync("three");
        await PressAsync(unit, "taskpart.report.do");
        await Expect(unit.Page.Locator("#report-result-high_level_talents-fault")).ToBeVisibleAsync();
        await unit.Page.Locator("#report-result-high_level_talents").FillAsync("3");
        await PressAsync(unit, "taskpart.report.do");
        await ConfirmAsync(unit, "taskpart.report.do");
        await Expect(unit.Page.Locator("#report-text-fault")).ToBeVisibleAsync();
        await Expect(unit.Page.Locator("#report-result-high_level_talents")).ToHaveValueAsync("3");
        await unit.ShouldBeAccessibleAsync();
        await unit.Page.Locator("#report-text").FillAsync("the rules are still being consulted on");
        await PressAsync(unit, "taskpart.report.do");
        await ConfirmAsync(unit, "taskpart.report.do");
        await Expect(unit.Page.Locator(".task-report")).ToContainTextAsync("the rules are still being consulted on");
        await Expect(unit.Page.Locator(".task-report .tag").First).ToHaveTextAsync(Words["task_state.behind"]);
        var reportedAt = (await host.Reader.HeadAsync(TestContext.Current.CancellationToken)).Position;

        await using var office = await host.SignInAsync("stb");
        await office.OpenAsync(Part);
        await office.FormReadyAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = Words["taskpart.review.confirm"] }).First.ClickAsync();
        await Expect(office.Page.Locator(".task-report .tag").Nth(1)).ToHaveTextAsync(Words["review_state.confirmed"]);
        await Expect(office.Page.Locator("section.task-form")).ToHaveCountAsync(0);
        await office.Page.Locator("summary").Filter(new() { HasText = Words["taskpart.supervise.title"] }).ClickAsync();
        await office.Page.Locator("#supervise-text").FillAsync("issue the rules");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = Words["taskpart.supervise"], Exact = true }).ClickAsync();
        await Expect(office.Page.Locator("#supervise-due-fault")).ToBeVisibleAsync();
        await office.Page.Locator("#supervise-due").FillAsync("2099-01-31");
        await office.ShouldBeAccessibleAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = Words["taskpart.supervise"], Exact = true }).ClickAsync();
        await ConfirmAsync(office, "taskpart.supervise");
        await Expect(office.Page.Locator(".supervision")).ToContainTextAsync("issue the rules");

        await unit.OpenAsync(Part);
        await unit.FormReadyAsync();
        await unit.Page.Locator(".supervision summary").ClickAsync();
        await unit.Page.Locator("#answer-1-text").FillAsync("the rules were issued");
        await unit.Page.Locator(".supervision").GetByRole(AriaRole.Button, new() { Name = Words["taskpart.supervision.answer"], Exact = true }).ClickAsync();
        await Expect(unit.Page.Locator(".supervision .timeline")).ToContainTextAsync("the rules were issued");
        await Expect(unit.Page.Locator(".supervision .tag").First).ToHaveTextAsync(Words["supervision_state.answered"]);

        await office.OpenAsync(Part);
        await office.FormReadyAsync();
        await office.Page.Locator(".supervision summary").ClickAsync();
        await office.Page.Locator("#close-1-text").FillAsync("done as asked");
        await office.Page.Locator(".supervision").GetByRole(AriaRole.Button, new() { Name = Words["taskpart.supervision.close"], Exact = true }).ClickAsync();
        await Expect(office.Page.Locator(".supervision .tag").First).ToHaveTextAsync(Words["supervision_state.closed"]);

        // As it was before: nobody can act there.
        await unit.OpenAsync($"{Part}?asOf=@{reportedAt}");
        await Expect(unit.Page.Locator(".supervision")).ToHaveCountAsync(0);
        await Expect(unit.Page.Locator("main textarea, main select")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/tasks", "zh-Hant", "重點任務與保障措施")]
    [InlineData("/tasks?period=2024-Q2", "zh-Hans", "重点任务与保障措施")]
    [InlineData("/tasks/T2.3", "zh-Hant", "異地孵化網絡")]
    [InlineData("/tasks/T5.3/XLHT", "zh-Hans", "年度节点")]
    public async Task Every_page_of_tasks_is_accessible_and_fits_a_phone(string address, string language, string said)
    {
        await using var zone = await host.SignInAsync("xlht", language, width: 400);
        await zone.OpenAsync(address);
        await Expect(zone.Page.Locator("main")).ToContainTextAsync(said);
        await zone.ShouldBeAccessibleAsync();
        await zone.ShouldFitAsync();
    }

    private static Task PressAsync(Visitor visitor, string key) =>
        visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true }).ClickAsync();

    private static Task ConfirmAsync(Visitor visitor, string key) =>
        visitor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true }).ClickAsync();
}
