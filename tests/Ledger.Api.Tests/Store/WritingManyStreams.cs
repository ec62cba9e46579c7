using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Tests.Store;

public class WritingManyStreams(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly LocalDate Day = new(2022, 1, 10);
    private static readonly Actor Founder = new("founder", "XLA", Role.Administrator);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_streams_than_a_statement_has_columns_stand_together_in_the_order_of_the_acts()
    {
        var before = (await host.Reader.HeadAsync(Cancellation)).Position;
        string[] names = [.. Enumerable.Range(0, 1_700).Select(number => $"many.{number}")];
        var together = await WriteAsync([.. names.Select(Naming), Naming(names[0])]);
        var receipt = together.Result.ShouldBeOfType<WriteResult.Written>().Receipt;
        (receipt.Events, receipt.Stream, receipt.Position).ShouldBe((1_701, "officer/many.1699", before + 1_701));
        var first = await host.Reader.HistoryAsync<OfficerEvent>("officer/many.0", position: null, Cancellation);
        first.Select(entry => (entry.Event is OfficerAppointed, entry.Provenance.Position)).ShouldBe([(true, before + 1), (false, before + 2)]);
    }

    [Fact]
    public async Task One_that_is_refused_leaves_all_as_they_were_and_each_says_what_it_came_to()
    {
        var before = (await host.Reader.HeadAsync(Cancellation)).Position;
        Step<Officer, OfficerEvent>[] steps =
        [
            Naming("whole.one"),
            new(Officer.Stream("whole.one"), (state, _) => ValueTask.FromResult<Decision<OfficerEvent>>(
                state.IsAppointed ? Refusal.Of(RefusalKind.Conflict, "last-administrator", "x") : Decision<OfficerEvent>.Accept())),
            Naming("whole.two"),
        ];
        var together = await WriteAsync(steps);
        together.Result.ShouldBeOfType<WriteResult.Refused>().Refusal.Code.ShouldBe("acts-refused");
        together.Decisions.Select(decision => decision.Refusal?.Code).ShouldBe([null, "last-administrator", null]);
        (await host.Writer.ForeseeAllAsync(steps, ProgrammeHistory.Stream.Id, Founder, Cancellation))
            .Select(decision => decision.Events.Count).ShouldBe([1, 0, 1]);
        (await host.Reader.HeadAsync(Cancellation)).Position.ShouldBe(before);
    }

    [Fact]
    public async Task The_same_key_again_gets_the_first_answer_and_writes_nothing()
    {
        var context = new WriteContext(Founder, Idempotency: new Idempotency("many-streams", "hash"));
        var first = (await WriteAsync([Naming("key.one"), Naming("key.two")], context)).Result.ShouldBeOfType<WriteResult.Written>();
        var again = (await WriteAsync([Naming("key.one"), Naming("key.two")], context)).Result.ShouldBeOfType<WriteResult.Written>();
        again.ShouldBe(first);
        first.Receipt.Stream.ShouldBe("officer/key.two");
    }

    private static Step<Officer, OfficerEvent> Naming(string user) => new(Officer.Stream(user), (state, _) => ValueTask.FromResult<Decision<OfficerEvent>>(
        state.IsAppointed
            ? new OfficerReassigned(Day, user, "XLA", Role.Auditor, Zone: null, Basis: null)
            : new OfficerAppointed(Day, user, "XLA", Role.Auditor, Zone: null, Basis: null)));

    private Task<TogetherResult<OfficerEvent>> WriteAsync(IReadOnlyList<Step<Officer, OfficerEvent>> steps, WriteContext? context = null) =>
        host.Writer.WriteAllAsync(steps, ProgrammeHistory.Stream.Id, context ?? new WriteContext(Founder), Cancellation);
}
