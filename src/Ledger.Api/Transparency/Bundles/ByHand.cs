using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>The plain text in a bundle that says what it is, and how to check it with nothing but <c>sha256sum</c> and <c>openssl</c>.</summary>
internal static partial class ByHand
{
    /// <param name="key">The key that the last checkpoint is signed with.</param>
    public static string Text(BundleManifest manifest, string key, long checkpoint)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("by-hand.txt")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        var values = new Dictionary<string, string>
        {
            ["origin"] = manifest.Origin,
            ["from"] = manifest.From.ToString(CultureInfo.InvariantCulture),
            ["to"] = manifest.To.ToString(CultureInfo.InvariantCulture),
            ["key"] = key,
            ["checkpoint"] = BundleFiles.Checkpoint(checkpoint),
        };
        return Placeholder().Replace(reader.ReadToEnd(), match => values[match.Groups["name"].Value]);
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
