using Ledger.Api.Registers;
using Ledger.Domain.Registers;

namespace Ledger.Api.Tests.Sample;

[Collection(ReadersOfTheSample.Name)]
public class TheSampleRegister(SampleHost host)
{
    [Fact]
    public async Task Agrees_with_every_return_but_one_and_names_whose_certificate_had_ended()
    {
        using var reviewer = await host.AsAsync("stat");
        var differing = new List<(string Period, RegisterDifference Series)>();
        foreach (var period in Enumerable.Range(2021, 5).SelectMany(year => Enumerable.Range(1, 4).Select(quarter => $"{year}-Q{quarter}")))
        {
            var compared = (await reviewer.AskAsync($"/api/registers/differences/SNT/{period}")).Ok().Read<RegisterDifferences>();
            differing.AddRange(compared.Series.Where(series => series.Differs).Select(series => (period, series)));
        }

        var (quarter, differs) = differing.ShouldHaveSingleItem();
        (quarter, differs.Series, differs.Stated, differs.Counted).ShouldBe(("2025-Q4", "hte_count", 7, 6));
        var gone = differs.Went.ShouldHaveSingleItem();
        (gone.Name, gone.Standing, gone.Until).ShouldBe(("示例乳品檢測公司", RecognitionStanding.Expired, new(2025, 11, 15)));
    }
}
