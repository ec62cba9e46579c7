using Ledger.Api.Store;
using Ledger.Domain.Access;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Ledger.Api.Tests.Ops;

public sealed class BringingALedgerBack(LedgerHost host) : IClassFixture<LedgerHost>, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("ledger-backup-").FullName;
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    private string File => Path.Combine(directory, "ledger.dump");

    [Fact]
    public async Task Keeps_every_entry_and_its_sealing_and_goes_on_where_it_stopped()
    {
        var head = await host.Reader.HeadAsync(cancellation);
        (await BackUpAsync()).ExitCode.ShouldBe(0);
        var restored = await BareDatabaseAsync();
        var ending = await RestoreAsync(restored);
        ending.Errors.ShouldContain($"The ledger is back up to position {head.Position}, and every entry agrees");
        ending.ExitCode.ShouldBe(0);

        await using var there = new WebApplicationFactory<Program>().WithWebHostBuilder(
            builder => builder.UseSetting("LEDGER_DATABASE", restored));
        (await there.Services.GetRequiredService<LedgerReader>().HeadAsync(cancellation)).ShouldBe(head);
        (await there.Services.GetRequiredService<IRootAt>().AtSizeAsync(head.Size, cancellation))
            .ShouldBe(await host.Services.GetRequiredService<IRootAt>().AtSizeAsync(head.Size, cancellation));

        var actor = new Actor("admin", "XLA", Role.Administrator);
        var written = await there.Services.GetRequiredService<LedgerWriter>().WriteAsync(
            Officer.Stream("newcomer"),
            state => new AppointOfficer("newcomer", "N", "STAT", Role.Reviewer, Zone: null, Basis: null, new LocalDate(2021, 1, 1))
                .Decide(state, new HashSet<string>(), new HashSet<string>(), actor, new LocalDate(2021, 1, 1)),
            new WriteContext(actor),
            cancellation);
        var receipt = written.ShouldBeOfType<WriteResult.Written>().Receipt;
        receipt.Position.ShouldBe(head.Position + 1);
        receipt.RecordedAt.ShouldBeGreaterThan(head.RecordedAt);

        await using var asApplication = NpgsqlDataSource.Create(restored);
        await using var forgery = asApplication.CreateCommand("update ledger.mt_events set data = '{}'");
        (await Should.ThrowAsync<PostgresException>(async () => await forgery.ExecuteNonQueryAsync(cancellation)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Says_so_when_the_backup_was_made_of_a_ledger_that_had_been_changed()
    {
        await using var other = new LedgerHost();
        await other.InitializeAsync();
        await using (var asSuperuser = NpgsqlDataSource.Create(TestDatabase.AsSuperuser(other.Database)))
        await using (var forgery = asSuperuser.CreateCommand("update ledger.mt_events set user_name = 'somebody' where version = 1 and stream_id = 'officer/stat'"))
        {
            await forgery.ExecuteNonQueryAsync(cancellation);
        }

        await BackUpAsync(other.Database);
        var ending = await RestoreAsync(await BareDatabaseAsync());

        ending.ExitCode.ShouldBe(1);
        ending.Errors.ShouldContain("1 entries do not agree with what they seal");
    }

    [Fact]
    public async Task Writes_over_neither_a_ledger_nor_another_backup()
    {
        (await BackUpAsync()).ExitCode.ShouldBe(0);

        (await BackUpAsync()).Errors.ShouldContain("never written over another");
        (await RestoreAsync(host.Database)).Errors.ShouldContain("There is a ledger there already");
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private Task<Ending> BackUpAsync(string? database = null) =>
        Shell.RunAsync("backup", [File], ("LEDGER_OWNER_DATABASE", TestDatabase.AsOwner(database ?? host.Database)));

    private Task<Ending> RestoreAsync(string database) =>
        Shell.RunAsync("restore", [File], ("LEDGER_OWNER_DATABASE", TestDatabase.AsOwner(database)));

    private async Task<string> BareDatabaseAsync()
    {
        var name = $"restored_{Guid.NewGuid():N}";
        await using var server = NpgsqlDataSource.Create(TestDatabase.AsSuperuser(host.Database));
        await using var create = server.CreateCommand($"create database {name} owner ledger_owner");
        await create.ExecuteNonQueryAsync(cancellation);
        return new NpgsqlConnectionStringBuilder(host.Database) { Database = name }.ConnectionString;
    }
}
