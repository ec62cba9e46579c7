using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ledger.Domain.Transparency;

/// <summary>Consecutive nodes of the tree at one level of eight, as they are published (C2SP tlog-tiles).</summary>
/// <param name="Level">0: the leaves. A node one level up stands for a whole tile here.</param>
/// <param name="Width">256 of a full tile; 1 to 255 of the last one of a tree.</param>
public sealed record Tile(int Level, long Index, int Width)
{
    public const int FullWidth = 1 << Height;

    private const int Height = 8;

    /// <summary>Its nodes, in order.</summary>
    public IEnumerable<TreeNode> Nodes => Enumerable.Range(0, Width).Select(place => First with { Index = First.Index + place });

    public TreeNode First => new(Height * Level, Index << Height);

    /// <summary>How many entries a tree needs to have it; null when none can be so large.</summary>
    public long? Entries => Level < sizeof(long) && (Int128)(First.Index + Width) << (Height * Level) is var entries && entries <= long.MaxValue
        ? (long)entries
        : null;

    /// <summary>The path after the level: <c>x001/x234/067</c>, with <c>.p/W</c> where it is not full.</summary>
    /// <returns>False for any other spelling, and for levels and indices that no tree has.</returns>
    public static bool TryParse(string level, string path, [NotNullWhen(true)] out Tile? tile)
    {
        tile = null;
        if (!StrictText.TryNumber(level, out var height) || height > 63)
            return false;
        var (whole, width) = (path, (long)FullWidth);
        if (path.IndexOf(".p/", StringComparison.Ordinal) is >= 0 and var at)
        {
            whole = path[..at];
            if (!StrictText.TryNumber(path[(at + 3)..], out width) || width is < 1 or >= FullWidth)
                return false;
        }

        string[] parts = whole.Split('/');
        if (parts.Length > 6 || !long.TryParse(string.Concat(parts.Select(part => part.TrimStart('x'))), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= 1L << (62 - Height))
        {
            return false;
        }

        var read = new Tile((int)height, index, (int)width);
        tile = read.Path == path && read.Entries is not null ? read : null;
        return tile is not null;
    }

    public string Path
    {
        get
        {
            var parts = new List<string>();
            for (var left = Index; parts.Count == 0 || left > 0; left /= 1000)
                parts.Insert(0, (parts.Count == 0 ? "" : "x") + (left % 1000).ToString("000", CultureInfo.InvariantCulture));
            return string.Join('/', parts) + (Width == FullWidth ? "" : $".p/{StrictText.Number(Width)}");
        }
    }
}
