using System.IO.Compression;

namespace Ledger.Api.Reporting;

/// <summary>The kinds of paper that are taken as evidence, and how their bytes tell.</summary>
/// <remarks>Nothing that can carry a program: no HTML, no SVG, no macros, no archives.</remarks>
internal static class MediaTypes
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    private static readonly (string Extension, string MediaType, Func<byte[], bool> IsTrue)[] Taken =
    [
        ("pdf", "application/pdf", bytes => StartsWith(bytes, "%PDF-"u8)),
        ("png", "image/png", bytes => StartsWith(bytes, [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8])),
        ("jpg", "image/jpeg", bytes => StartsWith(bytes, [0xFF, 0xD8, 0xFF])),
        ("jpeg", "image/jpeg", bytes => StartsWith(bytes, [0xFF, 0xD8, 0xFF])),
        ("xlsx", OpenXml + "spreadsheetml.sheet", bytes => IsPackage(bytes, "xl/workbook.xml")),
        ("docx", OpenXml + "wordprocessingml.document", bytes => IsPackage(bytes, "word/document.xml")),
        ("ofd", "application/ofd", bytes => IsPackage(bytes, "OFD.xml")),
        ("csv", "text/csv", IsText),
        ("txt", "text/plain", IsText),
    ];

    // What browsers say when they do not know, or mean the program that would open it.
    private static readonly string[] Vague = ["", "application/octet-stream", "application/vnd.ms-excel", "application/zip"];

    /// <summary>For people: <c>pdf, png, …</c>.</summary>
    public static string Names { get; } = string.Join(", ", Taken.Select(kind => kind.Extension));

    /// <returns>The media type that a paper claims by its declaration, else by its name; null when it is not taken.</returns>
    public static string? Declared(string? mediaType, string name)
    {
        var bare = (mediaType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        var extension = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return Array.Find(Taken, kind => Vague.Contains(bare) ? kind.Extension == extension : kind.MediaType == bare).MediaType;
    }

    public static bool IsTrue(string mediaType, byte[] bytes) =>
        Array.Find(Taken, kind => kind.MediaType == mediaType).IsTrue(bytes);

    private static bool StartsWith(byte[] bytes, ReadOnlySpan<byte> signature) => bytes.AsSpan().StartsWith(signature);

    private static bool IsPackage(byte[] bytes, string part)
    {
        if (!StartsWith(bytes, "PK\x3\x4"u8))
            return false;
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return package.GetEntry(part) is not null
                && !package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // UTF-8, GB 18030 and the like alike: no control characters but tabs and ends of lines and pages.
    private static bool IsText(byte[] bytes) => !bytes.Any(b => b is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D) or 0x7F);
}
