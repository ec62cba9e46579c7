namespace Ledger.Api.Tests.Reporting;

public class DecidingOnAnOldVersion(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task What_was_read_or_written_can_be_named_and_what_changed_meanwhile_is_stale()
    {
        using var zone = await host.AsAsync("xlht");
        const string Return = "/api/returns/XLHT/2023-Q1";
        var read = await zone.AskAsync(Return);
        read.Headers["Stream-Version"].ShouldBe("0");
        read.ETag.ShouldStartWith("\"0-");

        var written = await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 1m), ("If-Match", read.ETag));
        written.Ok().ETag.ShouldBe("\"1\"");
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 2m), ("If-Match", read.ETag)))
            .Refused(412, "version-stale").Detail.ShouldContain("version 0");
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 2m), ("If-Match", written.ETag))).Receipt().Version.ShouldBe(2);
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 3m), ("If-Match", "\"1\""))).Refused(412, "version-stale");
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 3m), ("If-Match", "*"))).Receipt().Version.ShouldBe(3);
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 4m), ("If-Match", "3"))).Refused(400, "if-match-malformed");
    }

    [Fact]
    public async Task A_tag_changes_with_every_byte_although_the_version_does_not()
    {
        using var zone = await host.AsAsync("byh");
        const string Return = "/api/returns/BYH/2023-Q2";
        var before = await zone.AskAsync(Return);
        (await zone.AskAsync(Return, ("If-None-Match", before.ETag))).Status.ShouldBe(System.Net.HttpStatusCode.NotModified);
        (await zone.PutAsync("/api/returns/BYH/2023-Q1/figures", ReportingHost.Batch("op_revenue", 7m))).Receipt();

        var after = await zone.AskAsync(Return, ("If-None-Match", before.ETag));
        after.Ok().ETag.ShouldNotBe(before.ETag);
        after.Headers["Stream-Version"].ShouldBe(before.Headers["Stream-Version"]);
        (await zone.PutAsync($"{Return}/figures", ReportingHost.Batch("op_revenue", 8m), ("If-Match", before.ETag))).Receipt();
    }

    [Fact]
    public async Task The_same_key_twice_is_one_act_and_with_another_body_none()
    {
        using var zone = await host.AsAsync("cjcy");
        const string Address = "/api/returns/CJCY/2023-Q1/figures";
        var key = ("Idempotency-Key", "a-key-of-our-own");
        var first = (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 1m), key)).Receipt();
        var again = (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 1m), key)).Receipt();
        again.ShouldBe(first);
        (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 2m), key)).Refused(422, "idempotency-key-reused");
        (await zone.PutAsync("/api/returns/CJCY/2023-Q2/figures", ReportingHost.Batch("op_revenue", 1m), key))
            .Refused(422, "idempotency-key-reused");

        (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 3m))).Receipt();
        (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 1m), key)).Receipt().ShouldBe(first);
        (await zone.AskAsync("/api/returns/CJCY/2023-Q1")).Ok().Json["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_key_is_kept_for_an_act_that_changed_nothing_too()
    {
        using var zone = await host.AsAsync("dln");
        const string Address = "/api/returns/DLN/2023-Q1/figures";
        var key = ("Idempotency-Key", "nothing-to-do");
        (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 1m))).Receipt();
        (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 1m), key)).Receipt().Events.ShouldBe(0);
        (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 2m), key)).Refused(422, "idempotency-key-reused");
        (await zone.PutAsync(Address, ReportingHost.Batch("op_revenue", 1m), key)).Receipt().Events.ShouldBe(0);
    }

    [Fact]
    public async Task Eight_who_send_one_key_at_once_make_one_act()
    {
        using var zone = await host.AsAsync("snt");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => zone.PutAsync(
            "/api/returns/SNT/2023-Q1/figures", ReportingHost.Batch(ReportingHost.Quarter), ("Idempotency-Key", "all-at-once"))));
        answers.Select(answer => answer.Receipt()).Distinct().ShouldHaveSingleItem().Events.ShouldBe(16);
    }
}
