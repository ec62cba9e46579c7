using System.Text.Json.Nodes;

namespace Ledger.Domain.Tests.Transparency;

/// <summary>Trees, proofs and a log that others made; see Reference/README.md.</summary>
internal static class ReferenceLog
{
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "Transparency", "Reference");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Directory, path));

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Directory, path));

    public static JsonNode Json(string path) => JsonNode.Parse(Text(path))!;

    public static IEnumerable<string> Cases(string folder) =>
        System.IO.Directory.EnumerateFiles(Path.Combine(Directory, folder), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Directory, file)).Order(StringComparer.Ordinal);

    public static byte[] Hash(this JsonNode json, string name) => Convert.FromBase64String(json[name]?.GetValue<string>() ?? "");

    public static byte[][] Hashes(this JsonNode json, string name) =>
        [.. (json[name]?.AsArray() ?? []).Select(hash => Convert.FromBase64String(hash!.GetValue<string>()))];
}
