using System.Globalization;

namespace Ledger.Api.Cli;

/// <summary>How far something long has come, on a line that is written over; nothing where nobody looks.</summary>
public sealed class ProgressBar(TextWriter output, bool isSeen)
{
    private const int Width = 30;

    private string shown = "";

    public void Show(string what, long done, long total)
    {
        if (!isSeen || total <= 0)
            return;
        var share = (int)(100 * Math.Min(done, total) / total);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"[{new string('#', Width * share / 100),-Width}] {share,3} % {what}");
        if (line == shown)
            return;
        shown = line;
        output.Write($"\r{line}");
    }

    public void Clear()
    {
        if (shown.Length > 0)
            output.Write($"\r{new string(' ', shown.Length * 2)}\r");
        shown = "";
    }
}
