using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Ledger.Api.Access;
using Ledger.Api.Store;

namespace Ledger.Api.Tests.Store;

/// <summary>The program, serving in a process of its own, to be killed and started again.</summary>
public sealed class ServingProgram(string database) : IAsyncDisposable
{
    private readonly string keys = Directory.CreateTempSubdirectory("ledger-keys-").FullName;
    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");
    private Process? process;

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"), "serve", "--urls", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LEDGER_DATABASE"] = database;
        start.Environment["LEDGER_KEYS_DIR"] = keys;
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>At once, with no word of warning.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async Task BeReadyAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = address };
        var patience = Stopwatch.StartNew();
        for (var said = ""; ;)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready", cancellation);
                if (answer.IsSuccessStatusCode)
                    return;
                said = await answer.Content.ReadAsStringAsync(cancellation);
            }
            catch (HttpRequestException exception)
            {
                said = exception.Message;
            }

            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), $"It did not become ready: {said}");
            await Task.Delay(50, cancellation);
        }
    }

    public async Task<HttpClient> SignInAsync(string officer, CancellationToken cancellation)
    {
        var client = new HttpClient { BaseAddress = address };
        using var answer = await client.PostAsJsonAsync("/api/sign-in", new { user = officer, password = LedgerHost.Password }, cancellation);
        answer.EnsureSuccessStatusCode();
        var body = (await answer.Content.ReadFromJsonAsync<AccessEndpoints.SignInAnswer>(LedgerJson.Options, cancellation))!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.Token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
        Directory.Delete(keys, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
