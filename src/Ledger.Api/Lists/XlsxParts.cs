using System.IO.Compression;

namespace Ledger.Api.Lists;

/// <summary>The package as its standard has it: some programs on Windows, WPS among them, name its parts with the strokes of that system's paths.</summary>
internal static class XlsxParts
{
    public static Stream Open(byte[] bytes)
    {
        var stream = new MemoryStream(bytes, writable: false);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Any(part => part.FullName.Contains('\\', StringComparison.Ordinal)) && zip.Entries.Sum(part => part.Length) <= XlsxReading.LongestPart)
            return Renamed(zip);
        stream.Position = 0;
        return stream;
    }

    private static MemoryStream Renamed(ZipArchive zip)
    {
        var renamed = new MemoryStream();
        using (var parts = new ZipArchive(renamed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in zip.Entries)
            {
                using var from = part.Open();
                using var to = parts.CreateEntry(part.FullName.Replace('\\', '/'), CompressionLevel.Fastest).Open();
                from.CopyTo(to);
            }
        }

        renamed.Position = 0;
        return renamed;
    }
}
