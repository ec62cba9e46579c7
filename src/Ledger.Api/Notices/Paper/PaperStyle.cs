using Microsoft.AspNetCore.Components;

namespace Ledger.Api.Notices.Paper;

/// <summary>The paper's style sheet, which goes inside the document: a paper is one file.</summary>
public static class PaperStyle
{
    public static MarkupString Css { get; } = new(Read());

    private static string Read()
    {
        using var stream = typeof(PaperStyle).Assembly.GetManifestResourceStream("paper.css")
            ?? throw new InvalidOperationException("paper.css is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
