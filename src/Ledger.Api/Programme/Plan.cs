using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Programme;

namespace Ledger.Api.Programme;

/// <summary>The plan of 2021 as it comes with the ledger: its text, and the programme drawn from it, ready to be adopted.</summary>
public static class Plan
{
    private static readonly Lazy<string> LazyText = new(() => Read("plan.zh-Hant.txt"));

    private static readonly Lazy<ProgrammeDocument> LazyDocument = new(() =>
        JsonSerializer.Deserialize<ProgrammeDocument>(Read("plan.json"), LedgerJson.Options)
        ?? throw new InvalidOperationException("plan.json is empty."));

    /// <summary>The plan's own words, whole.</summary>
    public static string Text => LazyText.Value;

    /// <summary>The programme without baselines and hosts: the plan states none, they are entered by amendment.</summary>
    public static ProgrammeDocument Document => LazyDocument.Value;

    private static string Read(string resource)
    {
        using var stream = typeof(Plan).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
