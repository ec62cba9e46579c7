using System.Security.Cryptography;
using System.Text;

namespace Ledger.Api.Sample;

/// <summary>A paper of the sample, put beside figures and corrections; its first line is its title and its name.</summary>
/// <param name="Officer">Who brings it; the name of its file begins with them.</param>
/// <param name="Sha256">Under which the ledger keeps it.</param>
public sealed record SamplePaper(string Name, string Officer, string MediaType, ReadOnlyMemory<byte> Content, string Sha256)
{
    internal static SamplePaper Read(string file)
    {
        var content = SampleFiles.Bytes(file);
        var title = Encoding.UTF8.GetString(content).Split('\n', 2)[0];
        return new(
            title + Path.GetExtension(file),
            Path.GetFileName(file).Split('-', 2)[0],
            Path.GetExtension(file) == ".csv" ? "text/csv" : "text/plain",
            content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
