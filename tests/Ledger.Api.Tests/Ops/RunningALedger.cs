using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Ops;

/// <summary>The README's first command, as a person types it on a fresh machine.</summary>
public sealed class RunningALedger : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("ledger-run-").FullName;
    private Process? running;

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issues_a_notice_and_prints_the_worked_example_then_serves_the_same_ledger_and_leaves_nothing_running()
    {
        var once = await Shell.RunAsync("run", ["--once", "--data", directory]);
        once.ExitCode.ShouldBe(0, once.Errors);
        string[] printed = [.. once.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        foreach (var line in WorkedExample)
            printed.ShouldContain(line);
        once.Output.ShouldContain("由101.30更正為102.05億元");
        once.Output.ShouldContain("關於2025年1—12月培育工作進展情況的通報");
        once.Output.ShouldContain("重新計算：內容一致，逐字節相同。");

        var address = $"http://127.0.0.1:{FreePort()}";
        running = Start("--data", directory, "--urls", address);
        var said = await ReadUntilAsync(running, "password: ");
        said.ShouldContain($"The ledger is open at {address}");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        (await client.GetAsync("/health/ready", cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await SignInAsync(client, said[(said.LastIndexOf("password: ", StringComparison.Ordinal) + 10)..].Trim());
        (await client.GetStringAsync("/api/figures/XLHT/op_revenue/2023-Q2/history", cancellation)).ShouldContain("102.05");

        (await Shell.RunAsync("run", ["--empty", "--data", $"{directory}-other", "--urls", address])).Errors
            .ShouldContain("is taken by another program");
        await TerminateAsync(running);
        running.ExitCode.ShouldBe(143);
        await Should.ThrowAsync<HttpRequestException>(client.GetAsync("/health/live", cancellation));

        (await Shell.RunAsync("postgres", ["status", directory])).Output.ShouldBe("stopped\n");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(directory, "sample-password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is { HasExited: false })
            await TerminateAsync(running);
        running?.Dispose();
        await Shell.RunAsync("postgres", ["drop", directory]);
    }

    // Tables 6.1 to 6.5 of the worked example by which notices are judged: a tie, a zero base, totals from sums, a correction.
    private static string[] WorkedExample =>
    [
        "錫林郭勒白音華經濟開發區 90.00 80.00 12.5 並列1",
        "錫林郭勒承接產業開發區 56.26 50.00 12.5 並列1",
        "錫林郭勒多倫經濟開發區 58.10 53.30 9.0 3",
        "錫林浩特市經濟開發區 156.20 148.76 5.0 4",
        "錫林郭勒蘇尼特經濟開發區 33.00 34.00 −2.9 5",
        "合計 393.56 366.06 7.5 —",
        "錫林浩特市經濟開發區 24.99 11.00 16.00 15.95 +0.05 55.54 1",
        "錫林郭勒承接產業開發區 6.75 7.00 12.00 14.15 −2.15 38.45 2",
        "錫林郭勒多倫經濟開發區 5.81 5.00 10.00 13.25 −3.25 33.33 3",
        "錫林郭勒白音華經濟開發區 9.00 6.00 10.00 13.70 −3.70 28.57 4",
        "錫林郭勒蘇尼特經濟開發區 1.98 3.00 6.00 12.35 −6.35 17.65 5",
        "合計 48.53 9.00 12.33 15.05 −2.72 30.28 —",
        "錫林郭勒承接產業開發區 24 20 20.0 並列1 12 26.364 91.0 +16.0 1",
        "錫林郭勒白音華經濟開發區 18 15 20.0 並列1 10 21.970 81.9 +6.9 2",
        "錫林浩特市經濟開發區 71 64 10.9 3 40 87.880 80.8 +5.8 3",
        "錫林郭勒蘇尼特經濟開發區 2 3 −33.3 4 2 4.394 45.5 −29.5 4",
        "錫林郭勒多倫經濟開發區 3 0 — — 4 8.788 34.1 −40.9 5",
        "合計 118 102 15.7 — 68 149.396 79.0 +4.0 —",
        "合計 2 3 2.25 66.67 −8.33",
    ];

    private static async Task TerminateAsync(Process process)
    {
        using var terminate = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Path.Combine(TestDatabase.Repository, "ops", "run"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LEDGER_DATABASE"] = "", ["LEDGER_OWNER_DATABASE"] = "" },
        })!;

    /// <returns>What was said up to and with the line that holds the text.</returns>
    private async Task<string> ReadUntilAsync(Process running, string text)
    {
        var said = new StringBuilder();
        while (await running.StandardError.ReadLineAsync(cancellation) is { } line)
        {
            said.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return said.ToString();
        }

        throw new InvalidOperationException($"It ended before it said '{text}': {said}");
    }

    private async Task SignInAsync(HttpClient client, string password)
    {
        var answer = await client.PostAsJsonAsync("/api/sign-in", new { user = "auditor", password }, cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["token"]!.GetValue<string>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
