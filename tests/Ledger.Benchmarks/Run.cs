using Spectre.Console;

namespace Ledger.Benchmarks;

/// <summary>Runs the benchmarks that are named, or all, and prints what they measured beside its limit.</summary>
public static class Run
{
    private static readonly Benchmark[] All = [new Append(), new AsOf(), new Draft(), new Score(), new Search(), new Audit(), new Footprint(), new Proof(), new Verify(), new Registers()];

    /// <returns>0 when every limit is reached; a tiny run says nothing of that, and ends with 0 when it came to its end.</returns>
    public static async Task<int> Main(string[] args)
    {
        var extent = args.Contains("--tiny") ? Extent.Tiny : Extent.Full;
        string[] names = [.. args.Where(arg => arg != "--tiny")];
        if (names.Except(All.Select(benchmark => benchmark.Name)).ToArray() is [var unknown, ..])
        {
            await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}': {string.Join(", ", All.Select(benchmark => benchmark.Name))}.");
            return 2;
        }

        var server = new Postgres(Environment.GetEnvironmentVariable("LEDGER_BENCH_DATABASE")
            ?? throw new InvalidOperationException("LEDGER_BENCH_DATABASE names a throw-away server, as its superuser; ops/bench sets it."));
        var readings = new List<(string Benchmark, Reading Reading)>();
        foreach (var benchmark in All.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name)))
        {
            await Console.Error.WriteLineAsync($"{benchmark.Name} …");
            readings.AddRange((await benchmark.RunAsync(server, extent)).Select(reading => (benchmark.Name, reading)));
        }

        Print(readings);
        var missed = readings.Count(one => !one.Reading.IsReached);
        Console.WriteLine(missed == 0 ? "Every limit is reached." : $"{missed} of the limits missed.");
        return extent == Extent.Tiny || missed == 0 ? 0 : 1;
    }

    private static void Print(IEnumerable<(string Benchmark, Reading Reading)> readings)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var heading in new[] { "measured", "limit", "" })
            table.AddColumn(new TableColumn(heading) { Alignment = heading.Length > 0 ? Justify.Right : Justify.Left, NoWrap = true });
        foreach (var (benchmark, reading) in readings)
            table.AddRow($"{benchmark}: {reading.What}".EscapeMarkup(), reading.Value, reading.Limit ?? "", reading.Verdict);
        AnsiConsole.Profile.Width = 120;
        AnsiConsole.Write(table);
    }
}
