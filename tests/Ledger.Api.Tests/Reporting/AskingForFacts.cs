using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Reporting;

public class AskingForFacts(LedgerHost host) : IClassFixture<LedgerHost>, IAsyncLifetime
{
    private static readonly Period Quarter = Period.OfQuarter(2023, 2);
    private static readonly WriteContext Zone = new(new Actor("xlht", "XLHT", Role.Reporter, "XLHT"));
    private static readonly WriteContext Bureau = new(new Actor("stat", "STAT", Role.Reviewer));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Facts Facts => host.Services.GetRequiredService<Facts>();

    private ReturnActs Acts => host.Services.GetRequiredService<ReturnActs>();

    public async ValueTask InitializeAsync() =>
        (await host.Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new AdoptProgramme(Plan.Document, new Basis(null, new LocalDate(2021, 11, 5), "行政公署辦公室", null), new LocalDate(2021, 11, 5)),
            new WriteContext(new Actor("stb", "STB", Role.Secretary)), Cancellation)).ShouldBeOfType<WriteResult.Written>();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Answers_each_position_with_the_value_that_stood_there()
    {
        var first = await ReportAsync(101.30m, new LocalDate(2023, 7, 10));
        var second = await ReportAsync(102.05m, new LocalDate(2023, 7, 12));

        (await FindAsync(new FactsQuery(first.Position - 1))).ShouldBeNull();
        (await FindAsync(new FactsQuery(first.Position))).ShouldNotBeNull().Value.ShouldBe(101.30m);
        var now = (await FindAsync(new FactsQuery(second.Position))).ShouldNotBeNull();
        (now.Value, now.Version, now.Position, now.ReportedOn).ShouldBe((102.05m, 2, second.Position, new LocalDate(2023, 7, 12)));
        (await FindAsync(new FactsQuery(second.Position, new LocalDate(2023, 7, 11)))).ShouldNotBeNull().Value.ShouldBe(101.30m);
        (await FindAsync(new FactsQuery(second.Position, new LocalDate(2023, 7, 9)))).ShouldBeNull();
    }

    private async Task<Figure?> FindAsync(FactsQuery query) =>
        (await Facts.BookAsync(query, Cancellation)).Find("XLHT", "op_revenue", Quarter);

    private async Task<Receipt> ReportAsync(decimal value, LocalDate on) =>
        (await Acts.ReportAsync("XLHT", Quarter, new ReportFigures([new FigureLine("op_revenue", value)], On: on), Zone, Cancellation))
            .ShouldBeOfType<WriteResult.Written>().Receipt;
}
