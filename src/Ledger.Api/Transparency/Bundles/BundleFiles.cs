using System.Globalization;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>What stands where in a bundle: one zip with all that an outsider needs to verify a stretch of the history.</summary>
internal static class BundleFiles
{
    /// <summary>What it is, and how to check it by hand.</summary>
    public const string ReadMe = "README.txt";

    public const string Manifest = "bundle.json";

    /// <summary>The canonical text of each entry, a line each, as the log's leaves cover it. JSON has no line feed of its own.</summary>
    public const string Entries = "entries.txt";

    /// <summary>The hash that each entry was sealed with, 64 hexadecimal digits a line, line by line with <see cref="Entries"/>.</summary>
    public const string Leaves = "leaves.txt";

    /// <summary>The hashes of the complete subtrees over the entries before the first, the largest first, 64 hexadecimal digits a line.</summary>
    public const string Before = "before.txt";

    /// <summary>The log's public keys, the one in use first, a verifier key (C2SP signed-note) a line.</summary>
    public const string Keys = "keys.txt";

    public const string Checkpoints = "checkpoints/";

    public const string Proofs = "proofs/";

    public const string Papers = "papers/";

    public const string Results = "results/";

    public const string Programme = "programme/";

    public const string Schemes = "schemes/";

    /// <summary>Names sort as sizes do.</summary>
    public static string Checkpoint(long size) => $"{Checkpoints}{size.ToString("D12", CultureInfo.InvariantCulture)}.txt";
}

/// <summary>What a bundle says of itself. Nothing of it is believed by who verifies it but where its entries begin and how many they are.</summary>
/// <param name="Format"><see cref="Current"/>.</param>
/// <param name="Origin">Which log it is from.</param>
/// <param name="From">The position of the first entry.</param>
/// <param name="To">That of the last one.</param>
public sealed record BundleManifest(string Format, string Origin, long From, long To)
{
    public const string Current = "ledger-bundle/1";
}
