namespace Ledger.Benchmarks;

/// <summary>How soon the program answers, and how much memory it holds with the sample ledger in use.</summary>
public sealed class Footprint : Benchmark
{
    private static readonly string[] Walk =
    [
        "/api/programme", "/api/returns?period=2025-Q4", "/api/returns/XLHT/2023-Q2", "/api/figures?period=2023-Q3",
        "/api/figures/XLHT/op_revenue/2023-Q2/history", "/api/notices", "/api/notices/2025-Q4/draft", "/api/notices/2023-Q3",
        "/api/figures?period=2023-Q3&knownOn=2023-10-31",
    ];

    public override string Name => "footprint";

    public override async Task<IReadOnlyList<Reading>> RunAsync(Postgres server, Extent extent)
    {
        var database = await server.CreateAsync("footprint");
        var password = Path.Combine(Path.GetTempPath(), $"ledger-password-{Environment.ProcessId}");
        await File.WriteAllTextAsync(password, Loading.Password);
        var keys = Directory.CreateTempSubdirectory("ledger-keys-").FullName;
        await Postgres.RunAsync(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Api.dll"), "seed", "--password-file", password], ("LEDGER_DATABASE", database), ("LEDGER_KEYS_DIR", keys));
        File.Delete(password);
        Directory.Delete(keys, recursive: true);

        var starts = new List<double>();
        for (var time = 0; time < (extent == Extent.Tiny ? 1 : 3); time++)
        {
            await using var trial = await Service.StartAsync(database);
            starts.Add(trial.StartedIn.TotalSeconds);
        }

        await using var service = await Service.StartAsync(database);
        var atStart = service.ResidentMebibytes;
        using var client = await service.SignInAsync("auditor");
        foreach (var address in Enumerable.Repeat(Walk, extent == Extent.Tiny ? 1 : 20).SelectMany(one => one))
        {
            using var answer = await client.GetAsync(address);
            answer.EnsureSuccessStatusCode();
        }

        return
        [
            Reading.AtMost("start to first ready answer (median)", starts.Median(), 4, "s"),
            Reading.Told("resident memory at start", atStart, "MiB"),
            Reading.AtMost("resident memory with the sample ledger in use", service.ResidentMebibytes, 350, "MiB"),
            Reading.Told("its peak", service.PeakMebibytes, "MiB"),
        ];
    }
}
