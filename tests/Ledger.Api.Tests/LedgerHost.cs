using System.Net.Http.Headers;
using System.Net.Http.Json;
using Ledger.Api.Access;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Domain.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Api.Tests;

/// <summary>The whole program on a real port, over a database of its own, as the application role.</summary>
/// <remarks>The usual officers are in office: a reporter a zone, the reviewer, the secretary, an auditor, an administrator.</remarks>
public class LedgerHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "a test's own password";

    private static readonly Actor Founder = new("founder", "XLA", Role.Administrator);

    private string? database;

    public LedgerHost() => UseKestrel(0);

    public string Database => database ?? throw new InvalidOperationException("The host has not started.");

    public LedgerWriter Writer => Services.GetRequiredService<LedgerWriter>();

    public LedgerReader Reader => Services.GetRequiredService<LedgerReader>();

    /// <summary>Whether deadlines pass by themselves. Most tests tell of past years, in which nothing shall happen unasked.</summary>
    protected virtual bool KeepsDeadlines => false;

    public virtual async ValueTask InitializeAsync()
    {
        await StartAsync();
        await FillAsync();
    }

    /// <summary>What the ledger holds before the first test.</summary>
    protected virtual async Task FillAsync()
    {
        foreach (var zone in new[] { "XLHT", "BYH", "CJCY", "SNT", "DLN" })
            await AppointAsync(zone.ToLowerInvariant(), zone, Role.Reporter, zone);
        await AppointAsync("stat", "STAT", Role.Reviewer);
        await AppointAsync("stb", "STB", Role.Secretary);
        await AppointAsync("auditor", "XLA", Role.Auditor);
        await AppointAsync("admin", "XLA", Role.Administrator);
    }

    /// <summary>A client that is signed in over HTTP as the officer.</summary>
    public async Task<HttpClient> AsAsync(string officer, string password = Password)
    {
        var client = CreateClient();
        var answer = await client.PostAsJsonAsync("/api/sign-in", new { user = officer, password });
        answer.EnsureSuccessStatusCode();
        var body = (await answer.Content.ReadFromJsonAsync<AccessEndpoints.SignInAnswer>(LedgerJson.Options))!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.Token);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    public async Task AppointAsync(string user, string organisation, Role role, string? zone = null)
    {
        var result = await Writer.WriteAsync(
            Officer.Stream(user),
            state => new AppointOfficer(user, user, organisation, role, zone, Basis: null, new LocalDate(2021, 1, 1))
                .Decide(state, new HashSet<string>(), new HashSet<string>(), Founder, new LocalDate(2021, 1, 1)),
            new WriteContext(Founder),
            CancellationToken.None);
        result.ShouldBeOfType<WriteResult.Written>();
        await Services.GetRequiredService<Credentials>().SetAsync(user, Password, sample: true, CancellationToken.None);
    }

    /// <returns>The connection string of the application role to a database that is migrated and empty.</returns>
    protected virtual Task<string> OpenDatabaseAsync() => TestDatabase.CreateAsync();

    /// <param name="existing">A ledger that another program has worked on; null: one in which nothing has happened yet.</param>
    protected async Task StartAsync(string? existing = null)
    {
        database = existing ?? await OpenDatabaseAsync();
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting(LedgerStore.ApplicationDatabase, Database);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        // Checkpoints are made when they are asked for, so that no key comes into a ledger unasked.
        builder.ConfigureServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(CheckpointClock))));
        if (!KeepsDeadlines)
        {
            builder.ConfigureServices(services =>
                services.Remove(services.Single(service => service.ImplementationType == typeof(DeadlineClock))));
        }
    }
}
