using Ledger.Api.Lists;
using Ledger.Api.Registers;
using Ledger.Api.Tests.Lists;

namespace Ledger.Api.Tests.Registers;

[Collection(RegisterCollection.Name)]
public class TheRegisterAsAList(RegisterHost host)
{
    private const string Import = "/api/registers/import";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_looked_at_recorded_whole_and_comes_out_again_as_it_went_in()
    {
        using var office = await host.AsAsync("stb");
        const string list = "统一社会信用代码,机构名称,开发区,认定类别,级别,证书编号,认定日期,有效期至,依据文件,文件日期\n"
            + "L-LIST-001,示例甲,锡林郭勒苏尼特经济开发区,高新技术企业,,GR2,2024/11/1,,示例公告,2024-12-01\n" // renewed before it is granted, as the file has it
            + "L-LIST-001,示例甲,SNT,hte,,GR1,2021-11-05,2024-11-05,示例公告,2021-12-01\n"
            + "L-LIST-002,=示例乙,SNT,重点实验室,自治区级,,2022年3月1日,,示例公告,\n"
            + "L-LIST-003,示例丙,,,,,,,示例名册,\n";
        var before = (await host.Reader.HeadAsync(Cancellation)).Position;
        var preview = (await office.SendListAsync($"{Import}?dryRun=true", list)).Ok().Read<ListPreview>();
        preview.Faults.ShouldBeEmpty();
        preview.Recorded.Count.ShouldBe(4);
        (await host.Reader.HeadAsync(Cancellation)).Position.ShouldBe(before);
        var receipt = (await office.SendListAsync(Import, list)).Receipt();
        (receipt.Events, receipt.Position).ShouldBe((6, before + 6));
        (await office.SendListAsync(Import, list)).Receipt().Events.ShouldBe(0);
        var one = (await office.AskAsync($"{RegisterHost.Institutions}/L-LIST-001")).Ok().Read<InstitutionView>();
        one.Standing.Recognitions.ShouldHaveSingleItem().Terms.Select(term => term.Certificate).ShouldBe(["GR1", "GR2"]);

        foreach (var format in (string[])["csv", "xlsx"])
        {
            var address = $"/api/registers/list?text=L-LIST&on=2024-11-03&format={format}&asOf=@{receipt.Position}";
            var file = await office.GetByteArrayAsync(address, Cancellation);
            (await office.GetByteArrayAsync(address, Cancellation)).AsSpan().SequenceEqual(file).ShouldBeTrue();
            var again = (await office.SendListAsync($"{Import}?dryRun=true", file)).Ok().Read<ListPreview>();
            (again.Rows, again.Recorded.Count, again.Faults.Count).ShouldBe((4, 0, 0), format);

            // With its history it is one row an act, and is read back the same.
            var history = await office.GetByteArrayAsync($"/api/registers/list?text=L-LIST&past=true&format={format}", Cancellation);
            var told = (await office.SendListAsync($"{Import}?dryRun=true", history)).Ok().Read<ListPreview>();
            (told.Rows, told.Recorded.Count, told.Faults.Count).ShouldBe((6, 0, 0), format);
        }

        var text = (await office.AskAsync("/api/registers/list?text=L-LIST&kind=hte&on=2024-11-04")).Ok().Text;
        text.ShouldContain("GR2");
        text.ShouldNotContain("L-LIST-002");
        (await office.AskAsync("/api/registers/list?text=L-LIST&kind=hte&on=2021-11-04")).Ok().Text.ShouldNotContain("L-LIST");
    }

    [Fact]
    public async Task One_row_at_fault_keeps_all_from_being_recorded()
    {
        using var office = await host.AsAsync("stb");
        using var zone = await host.AsAsync("xlht");
        const string list = "code,name,zone,kind,level,from,document,on\n"
            + "L-BAD-001,甲,XLHT,hte,,2021-11-05,示例公告,\n"
            + "123,乙,XLHT,incubator,,2021-11-05,,2099-01-01\n"
            + "L-BAD-003,丙,NOWHERE,hte,region,,x,\n"
            + "L-BAD-004,丁,XLHT,,region,,x,\n"
            + "L-BAD-001,甲,XLHT,hte,,2021-11-05,示例公告,\n";
        var preview = (await office.SendListAsync($"{Import}?dryRun=true", list)).Ok().Read<ListPreview>();
        preview.Faults.Select(fault => (fault.Cell, fault.Code)).ShouldBe(
        [
            ("A3", "institution-code-malformed"), ("G3", "text-required"),
            ("C4", "cell-not-among"), ("E4", "cell-not-among"), ("F4", "cell-required"),
            ("D5", "cell-required"), ("A6", "row-repeated"),
        ], ignoreOrder: true);
        (await office.SendListAsync(Import, list)).Refused(422, "list-at-fault").Errors.Count.ShouldBe(7);
        (await office.AskAsync($"{RegisterHost.Institutions}/L-BAD-001")).Refused(404, "institution-unknown");
        (await zone.SendListAsync(Import, list)).Refused(403, "not-allowed");
    }
}
