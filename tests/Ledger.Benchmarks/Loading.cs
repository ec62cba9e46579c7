using JasperFx.Events;
using Ledger.Api.Access;
using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Marten;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Ledger.Benchmarks;

/// <summary>The program inside this process, to fill a ledger before it is measured, or to measure it without HTTP.</summary>
public sealed class Loading : IAsyncDisposable
{
    public const string Password = "a password for measuring";

    private static readonly Actor Founder = new("founder", "XLA", Role.Administrator);
    private static readonly Actor Secretary = new("secretary", "STB", Role.Secretary);
    private static readonly Actor Reviewer = new("reviewer", "STAT", Role.Reviewer);

    private readonly WebApplicationFactory<Program> host;

    /// <param name="keys">Where the log's key is kept; null: nothing is signed.</param>
    public Loading(string database, string? keys = null) => host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
        .UseSetting(LedgerStore.ApplicationDatabase, database)
        .UseSetting(AccessModule.KeysDirectory, keys)
        .UseSetting("Logging:LogLevel:Default", "Warning")
        // Nothing falls overdue by itself while a past is being filled in.
        .ConfigureServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(DeadlineClock)))));

    public IServiceProvider Services => host.Services;

    public static string ReporterOf(Zone zone) => zone.Code.ToLowerInvariant();

    public async Task AdoptAsync(ProgrammeDocument programme) => Written(await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
        new AdoptProgramme(programme, new Basis(DocumentNumber: null, new LocalDate(2021, 1, 1), "STB", Note: null)),
        new WriteContext(Secretary),
        CancellationToken.None));

    /// <summary>A reporter for each zone, all with <see cref="Password"/>.</summary>
    public async Task AppointAsync(IEnumerable<Zone> zones)
    {
        var credentials = Services.GetRequiredService<Credentials>();
        await credentials.SetAsync("pattern", Password, sample: true, CancellationToken.None);
        foreach (var zone in zones)
        {
            Written(await Services.GetRequiredService<LedgerWriter>().WriteAsync(
                Officer.Stream(ReporterOf(zone)),
                state => new AppointOfficer(ReporterOf(zone), zone.Code, zone.Code, Role.Reporter, zone.Code, Basis: null)
                    .Decide(state, new HashSet<string>(), new HashSet<string>(), Founder, new LocalDate(2021, 1, 1)),
                new WriteContext(Founder),
                CancellationToken.None));

            // Hashing a password is slow on purpose; one hash does for all.
            await using var copy = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
                insert into ledger.credential (officer, password_hash, sample)
                select $1, password_hash, sample from ledger.credential where officer = 'pattern'
                """);
            copy.Parameters.AddWithValue(ReporterOf(zone));
            await copy.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Accepted returns, decided by the Domain's own commands and stored in bulk; the database seals them like any other.</summary>
    public async Task AcceptAsync(ProgrammeDocument programme, IEnumerable<Zone> zones, IReadOnlyList<Domain.Period> periods)
    {
        var store = (DocumentStore)Services.GetRequiredService<IDocumentStore>();
        var streams = zones
            .SelectMany(zone => periods.Select(period => InventedReturn.Accepted(programme, zone, period, Reviewer)))
            .Select(history => StreamOf(store, history))
            .ToList();
        await store.BulkInsertEventsAsync(streams);
        await CatchUpAsync();
    }

    /// <summary>Ten years of so many enterprises.</summary>
    /// <returns>Events a second, from the first one stored to the last row of the read model.</returns>
    public async Task<double> RegisterAsync(int enterprises, ProgrammeDocument programme)
    {
        var store = (DocumentStore)Services.GetRequiredService<IDocumentStore>();
        var (clock, events) = (System.Diagnostics.Stopwatch.StartNew(), 0L);
        foreach (var part in Enumerable.Range(0, enterprises).Chunk(5_000))
        {
            var streams = part.Select(number => InventedInstitution.Of(number, programme))
                .Select(history => StreamOf(store, history.StreamId, history.Events, _ => (Secretary, null))).ToList();
            events += streams.Sum(stream => stream.Events.Count);
            await store.BulkInsertEventsAsync(streams);
        }

        await CatchUpAsync();
        return events / clock.Elapsed.TotalSeconds;
    }

    private async Task CatchUpAsync()
    {
        var reader = Services.GetRequiredService<LedgerReader>();
        var readModels = Services.GetRequiredService<ReadModels>();
        var head = await reader.HeadAsync(CancellationToken.None);
        while (!await readModels.HasReachedAsync(head.Position, CancellationToken.None))
        {
            if (readModels.FindStopped() is { } stopped)
                throw new InvalidOperationException(stopped.ToString());
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static StreamAction StreamOf(DocumentStore store, InventedReturn history) => StreamOf(
        store, history.StreamId, [.. history.Events.Select(one => (object)one.Event)], index => (history.Events[index].Provenance.Actor, history.Events[index].Provenance.Decision));

    private static StreamAction StreamOf(DocumentStore store, string streamId, IReadOnlyList<object> events, Func<int, (Actor Actor, string? Decision)> by)
    {
        var stream = StreamAction.Start(store.Events, streamId, [.. events]);
        foreach (var (index, @event) in stream.Events.Index())
        {
            @event.UserName = by(index).Actor.Officer;
            @event.CorrelationId = @event.CausationId = "loading";
            foreach (var (name, value) in EventHeaders.Of(by(index).Actor, by(index).Decision))
                @event.SetHeader(name, value);
        }

        return stream;
    }

    private static void Written(WriteResult result)
    {
        if (result is WriteResult.Refused(var refusal))
            throw new InvalidOperationException($"{refusal.Code}: {string.Join("; ", refusal.Faults.Select(fault => $"{fault.Pointer} {fault.Code}"))}");
    }
}
