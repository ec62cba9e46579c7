using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Tests.Store;

public class WritingTwoStreams(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly LocalDate Day = new(2022, 1, 10);
    private static readonly Actor Founder = new("founder", "XLA", Role.Administrator);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_stand_together_and_the_receipt_is_the_firsts_last_event()
    {
        var before = await host.Reader.HeadAsync(Cancellation);
        var receipt = Written(await WriteAsync(host.Writer, "both.first", "both.beside", "one"));

        receipt.Events.ShouldBe(2);
        receipt.Stream.ShouldBe("officer/both.first");
        receipt.Version.ShouldBe(1);
        receipt.Position.ShouldBe(before.Position + 2);
        (await VersionAsync("both.first")).ShouldBe((1, before.Position + 2));
        (await VersionAsync("both.beside")).ShouldBe((1, before.Position + 1));
    }

    [Fact]
    public async Task An_existing_stream_and_a_new_one_are_written_at_once()
    {
        await WriteAsync(host.Writer, "mixed.first", "mixed.beside", "one");
        var receipt = Written(await WriteAsync(host.Writer, "mixed.second", "mixed.beside", "two"));
        receipt.Version.ShouldBe(1);
        (await VersionAsync("mixed.beside")).Version.ShouldBe(2);
        (await VersionAsync("mixed.second")).Position.ShouldBe(receipt.Position);
    }

    [Fact]
    public async Task Refused_leaves_both_as_they_were()
    {
        var result = await host.Writer.WriteAsync(
            Officer.Stream("refused.first"),
            Officer.Stream("refused.beside"),
            (_, _) => (Decision<OfficerEvent, OfficerEvent>)Refusal.Of(RefusalKind.Conflict, "last-administrator", "x"),
            new WriteContext(Founder),
            Cancellation);
        result.ShouldBeOfType<WriteResult.Refused>();
        (await VersionAsync("refused.first")).Version.ShouldBe(0);
        (await VersionAsync("refused.beside")).Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_stale_version_of_the_first_writes_neither()
    {
        await WriteAsync(host.Writer, "stale.first", "stale.beside", "one");
        var result = await WriteAsync(host.Writer, "stale.first", "stale.beside", "two", new WriteContext(Founder, ExpectedVersion: 0));
        result.ShouldBeOfType<WriteResult.Refused>().Refusal.Code.ShouldBe("version-stale");
        (await VersionAsync("stale.beside")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_again_gets_the_first_answer_and_writes_neither()
    {
        var context = new WriteContext(Founder, Idempotency: new Idempotency("two-streams", "hash"));
        var first = Written(await WriteAsync(host.Writer, "key.first", "key.beside", "one", context));
        var again = Written(await WriteAsync(host.Writer, "key.first", "key.beside", "two", context));
        again.ShouldBe(first);
        (await VersionAsync("key.first")).Version.ShouldBe(1);
        (await VersionAsync("key.beside")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Programs_that_write_to_the_same_second_stream_at_once_all_see_what_the_others_did()
    {
        // Each writer is a program of its own: their turns know nothing of each other, only the database does.
        LedgerWriter[] programs = [.. Enumerable.Range(0, 4).Select(_ => new LedgerWriter(
            host.Services.GetRequiredService<NpgsqlDataSource>(), host.Reader,
            host.Services.GetRequiredService<EventNames>(), host.Services.GetRequiredService<IClock>()))];
        var results = await Task.WhenAll(programs.Select((program, index) =>
            WriteAsync(program, $"race.first-{index}", "race.beside", $"from {index}")));
        foreach (var program in programs)
            program.Dispose();

        var written = results.Count(result => result is WriteResult.Written);
        written.ShouldBe(programs.Length);
        var history = await host.Reader.HistoryAsync<OfficerEvent>("officer/race.beside", position: null, Cancellation);
        history.Count.ShouldBe(written);
        history.Select(entry => entry.Provenance.Version).ShouldBe([1, 2, 3, 4]);
    }

    private static Task<WriteResult> WriteAsync(LedgerWriter writer, string first, string beside, string name, WriteContext? context = null) =>
        writer.WriteAsync(
            Officer.Stream(first),
            Officer.Stream(beside),
            (one, other) => Decision<OfficerEvent, OfficerEvent>.Accept([Named(one, name)], [Named(other, name)]),
            context ?? new WriteContext(Founder),
            Cancellation);

    private static OfficerEvent Named(Officer state, string name) => state.IsAppointed
        ? new OfficerReassigned(Day, name, "XLA", Role.Auditor, Zone: null, Basis: null)
        : new OfficerAppointed(Day, name, "XLA", Role.Auditor, Zone: null, Basis: null);

    private static Receipt Written(WriteResult result) => result.ShouldBeOfType<WriteResult.Written>().Receipt;

    private async Task<(long Version, long? Position)> VersionAsync(string officer)
    {
        var state = await host.Reader.ReadAsync(Officer.Stream(officer), position: null, Cancellation);
        return (state.Version, state.Position);
    }
}
