using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledger.Benchmarks;

/// <summary>The program, serving in a process of its own as it does for people.</summary>
public sealed partial class Service : IAsyncDisposable
{
    private readonly Process process;
    private readonly string keys;

    private Service(Process started, string keysDirectory, Uri address, TimeSpan startedIn) =>
        (process, keys, Address, StartedIn) = (started, keysDirectory, address, startedIn);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first ready answer.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Resident memory in MiB, as the kernel counts it.</summary>
    public double ResidentMebibytes => Kibibytes("VmRSS:") / 1024;

    /// <summary>The largest it was.</summary>
    public double PeakMebibytes => Kibibytes("VmHWM:") / 1024;

    public static async Task<Service> StartAsync(string database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var directory = Directory.CreateTempSubdirectory("ledger-keys-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"), "serve", "--urls", address.ToString()]);
        start.Environment["LEDGER_DATABASE"] = database;
        start.Environment["LEDGER_KEYS_DIR"] = directory;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var clock = Stopwatch.StartNew();
        var program = Process.Start(start)!;
        using var client = new HttpClient { BaseAddress = address };
        while (!await IsReadyAsync(client))
        {
            if (program.HasExited)
                throw new InvalidOperationException($"The program ended with {program.ExitCode}.");
            if (clock.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException("The program was not ready within a minute.");
            await Task.Delay(10);
        }

        return new Service(program, directory, address, clock.Elapsed);
    }

    /// <summary>A client that is signed in.</summary>
    public async Task<HttpClient> SignInAsync(string officer)
    {
        var client = new HttpClient { BaseAddress = Address };
        var answer = await client.PostAsJsonAsync("/api/sign-in", new { user = officer, password = Loading.Password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client that is signed in as a browser is, for pages.</summary>
    public async Task<HttpClient> SignInToPagesAsync(string officer)
    {
        var client = new HttpClient { BaseAddress = Address };
        var form = await client.GetStringAsync("/sign-in");
        var fields = Hidden().Matches(form).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        fields["Form.User"] = officer;
        fields["Form.Password"] = Loading.Password;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync("/sign-in", content);
        return answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.AbsolutePath == "/"
            ? client
            : throw new InvalidOperationException($"{officer} could not sign in to the pages.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(keys, recursive: true);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private double Kibibytes(string line) => double.Parse(
        File.ReadLines($"/proc/{process.Id}/status").Single(text => text.StartsWith(line, StringComparison.Ordinal))[line.Length..^2],
        CultureInfo.InvariantCulture);

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
