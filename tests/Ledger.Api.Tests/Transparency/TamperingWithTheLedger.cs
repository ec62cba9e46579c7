using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Api.Tests.Transparency;

/// <summary>Somebody who holds the database as its superuser changes its history. Each way is caught, by its own name, at its own record.</summary>
/// <remarks><c>ops/drill</c> runs these and prints what each was caught as.</remarks>
public sealed class TamperingWithTheLedger(SealedSample sample, ITestOutputHelper output) : IClassFixture<SealedSample>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_done() =>
        (await VerifyAsync("nothing at all", "select 1")).Holds.ShouldBeTrue();

    [Fact]
    public async Task A_value_is_edited() =>
        await CaughtAsync("a value is edited", DivergenceClass.Body, "body-not-as-sealed", sample.AFigure, $"""
            update ledger.mt_events set data = jsonb_set(data, array['value'], '999.99') where seq_id = {SeqId(sample.AFigure)}
            """);

    [Fact]
    public async Task Two_bodies_are_swapped() =>
        await CaughtAsync("two bodies are swapped", DivergenceClass.Body, "body-not-as-sealed", sample.AFigure, $"""
            update ledger.mt_events e set data = other.data from ledger.mt_events other
             where e.seq_id in ({SeqId(sample.AFigure)}, {SeqId(sample.AnotherFigure)})
               and other.seq_id in ({SeqId(sample.AFigure)}, {SeqId(sample.AnotherFigure)}) and other.seq_id <> e.seq_id
            """);

    [Fact]
    public async Task An_officers_name_is_changed() =>
        await CaughtAsync("an officer's name is changed", DivergenceClass.Body, "body-not-as-sealed", sample.AFigure, $"""
            update ledger.mt_events set user_name = 'byh' where seq_id = {SeqId(sample.AFigure)}
            """);

    [Fact]
    public async Task An_entry_is_deleted_from_the_middle() =>
        await CaughtAsync("an entry is deleted from the middle", DivergenceClass.Missing, "entry-missing", sample.AFigure, $"""
            delete from ledger.mt_events where seq_id = {SeqId(sample.AFigure)};
            delete from ledger.ledger_entry where position = {sample.AFigure}
            """);

    [Fact]
    public async Task The_last_entries_are_deleted() =>
        await CaughtAsync("the last entries are deleted", DivergenceClass.Missing, "entries-fewer-than-checkpoint", sample.Size - 3, $"""
            delete from ledger.mt_events where seq_id in (select seq_id from ledger.ledger_entry where position >= {sample.Size - 3});
            delete from ledger.ledger_entry where position >= {sample.Size - 3}
            """);

    [Fact]
    public async Task An_entry_is_put_in_between_and_all_after_it_sealed_anew()
    {
        // Later positions move up by one; every hash is made to fit.
        var found = await CaughtAsync("an entry is put in between, all after it sealed anew", DivergenceClass.Tree, "root-differs", sample.Stages[^2], $"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers)
            select nextval('ledger.mt_events_sequence'), gen_random_uuid(), 'officer/nobody', 1, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers
              from ledger.mt_events where seq_id = {SeqId(sample.Size - 1)};
            update ledger.ledger_entry set position = position + 1000000 where position >= {sample.Size - 2};
            update ledger.ledger_entry set position = position - 999999 where position >= 1000000;
            insert into ledger.ledger_entry (position, seq_id, stream_id, version, recorded_at, leaf_hash, seq_through)
            select {sample.Size - 2}, e.seq_id, e.stream_id, 1, l.recorded_at, '', l.seq_through
              from ledger.mt_events e, ledger.ledger_entry l where e.stream_id = 'officer/nobody' and l.position = {sample.Size - 3};
            {SealAnew(sample.Size - 2)}
            """);
        ((long)found.Arguments[1]).ShouldBeLessThanOrEqualTo(sample.Size - 2);
        ((long)found.Arguments[2]).ShouldBeGreaterThanOrEqualTo(sample.Size - 2);
    }

    [Fact]
    public async Task An_event_is_put_in_past_the_seal() =>
        await CaughtAsync("an event is put in past the seal", DivergenceClass.Order, "event-not-sealed", null, $"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers)
            select nextval('ledger.mt_events_sequence'), gen_random_uuid(), 'officer/nobody', 1, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, headers
              from ledger.mt_events where seq_id = {SeqId(sample.Size - 1)}
            """);

    [Fact]
    public async Task A_time_is_moved() =>
        await CaughtAsync("a time is moved", DivergenceClass.Body, "body-not-as-sealed", sample.AFigure, $"""
            update ledger.ledger_entry set recorded_at = recorded_at - interval '1 microsecond' where position = {sample.AFigure}
            """);

    [Fact]
    public async Task The_tree_is_built_anew_after_an_edit()
    {
        var found = await CaughtAsync("the tree is built anew after an edit", DivergenceClass.Tree, "root-differs", 0, $"""
            update ledger.mt_events set user_name = 'byh' where seq_id = {SeqId(sample.AFigure)};
            {SealAnew(sample.AFigure)}
            """);
        ((long)found.Arguments[1]).ShouldBeLessThanOrEqualTo(sample.AFigure);
        ((long)found.Arguments[2]).ShouldBeGreaterThanOrEqualTo(sample.AFigure);
    }

    [Fact]
    public async Task A_projection_is_edited() =>
        await CaughtAsync("a projection is edited", DivergenceClass.ReadModel, "facts-differ", sample.AFigure, $"""
            update ledger.facts set value = value + 1 where position_from = {sample.AFigure}
            """);

    [Fact]
    public async Task A_stored_notice_is_edited() =>
        await CaughtAsync("a stored notice is edited", DivergenceClass.Body, "body-not-as-sealed", sample.ANotice, $"""
            update ledger.mt_events set data = jsonb_set(data, array['frozen', 'contentHash'], '"{new string('0', 64)}"') where seq_id = {SeqId(sample.ANotice)}
            """);

    [Fact]
    public async Task A_checkpoint_is_signed_with_another_key() =>
        await CaughtAsync("a checkpoint is signed with another key", DivergenceClass.Signature, "checkpoint-not-signed", null, $"""
            update ledger.log_checkpoint set note = '{sample.SignedByAnother}' where size = {sample.Size}
            """);

    [Fact]
    public async Task The_log_signs_an_untrue_word_about_how_far_the_streams_had_come() =>
        await CaughtAsync("the log signs an untrue word about its streams", DivergenceClass.Tree, "streams-root-differs", null, $"""
            update ledger.log_checkpoint set note = '{sample.WithOtherStreams}' where size = {sample.Size}
            """);

    private static string SeqId(long position) => FormattableString.Invariant($"(select seq_id from ledger.ledger_entry where position = {position})");

    private static string SealAnew(long from) => FormattableString.Invariant($"""
        update ledger.ledger_entry l set leaf_hash = sha256('\x00'::bytea || convert_to(ledger.entry_text(l.position, l.recorded_at, e), 'UTF8'))
          from ledger.mt_events e where e.seq_id = l.seq_id and l.position >= {from};
        delete from ledger.log_node
        """);

    private async Task<Divergence> CaughtAsync(string what, DivergenceClass @class, string code, long? position, string sql)
    {
        var report = await VerifyAsync(what, sql);
        var first = report.Divergences[0];
        (first.Class, first.Code, first.Position).ShouldBe((@class, code, position));
        report.ExitCode.ShouldBe((int)@class);
        return first;
    }

    private async Task<VerificationReport> VerifyAsync(string what, string sql)
    {
        await using var copy = await sample.CopyAsync();
        await using (var batch = copy.CreateCommand($"set session_replication_role = replica; {sql}"))
            await batch.ExecuteNonQueryAsync(Cancellation);
        var names = EventNames.OfTheLedger();
        var reader = new LedgerReader(copy, names, SystemClock.Instance);
        var report = await new LedgerVerification(copy, reader, names, new FactsCheck(copy, reader), new RegisterCheck(copy, reader), Ed25519.Check)
            .RunAsync(TrustPolicy.Of(sample.Key), progress: null, Cancellation);
        output.WriteLine($"DRILL {what}: exit {report.ExitCode} {string.Join(' ', report.Divergences.Take(1).Select(one => $"{one.Class} {one.Code} @{one.Position}"))}");
        return report;
    }
}
