using System.Globalization;
using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Transparency;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Tests.Transparency;

/// <summary>Somebody who has the log's key and an address, and takes the ledger's word for nothing.</summary>
/// <remarks>Proofs are checked by the definitions of RFC 9162 themselves, from the texts as they are served.</remarks>
internal sealed class Outsider(HttpClient client)
{
    public static byte[] Leaf(string entry) => SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes(entry)]);

    public static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([0x01, .. left, .. right]);

    /// <summary>MTH(D[n]) of RFC 9162 §2.1.1.</summary>
    public static byte[] Tree(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];
        var split = Split(leaves.Length);
        return Node(Tree(leaves[..split]), Tree(leaves[split..]));
    }

    /// <summary>The root that a path leads to: PATH(m, D[n]) of RFC 9162 §2.1.3.1, read backwards.</summary>
    public static byte[] Root(int index, int size, byte[] leaf, ReadOnlySpan<byte[]> path)
    {
        if (size == 1)
            return path.Length == 0 ? leaf : throw new InvalidOperationException("The path is too long.");
        var split = Split(size);
        return index < split
            ? Node(Root(index, split, leaf, path[..^1]), path[^1])
            : Node(path[^1], Root(index - split, size - split, leaf, path[..^1]));
    }

    public async Task<NoteKey[]> KeysAsync() =>
    [
        .. (await client.AskAsync("/log/keys")).Ok().Text.TrimEnd('\n').Split('\n')
            .Select(line => NoteKey.TryParse(line, out var key) ? key : throw new InvalidOperationException(line)),
    ];

    public async Task<(long Size, byte[] Root, string Note)> CheckpointAsync(string path = "/log/checkpoint")
    {
        var answer = (await client.AskAsync(path)).Ok();
        answer.MediaType.ShouldBe("text/plain");
        return Read(answer.Text, await KeysAsync());
    }

    /// <summary>Checks that one of the keys signed the note, and reads what it says.</summary>
    public static (long Size, byte[] Root, string Note) Read(string note, params NoteKey[] keys)
    {
        string[] lines = note.Split('\n');
        var text = string.Concat(lines.TakeWhile(line => line.Length > 0).Select(line => $"{line}\n"));
        keys.Any(key => lines.Where(line => line.StartsWith($"— {key.Name} ", StringComparison.Ordinal))
            .Select(line => Convert.FromBase64String(line.Split(' ')[2]))
            .Any(bytes => bytes.Length == 68 && Ed25519.Check(key.PublicKey, Encoding.UTF8.GetBytes(text), bytes[4..]))).ShouldBeTrue(note);
        lines[0].ShouldBe(keys[0].Name);
        return (long.Parse(lines[1], CultureInfo.InvariantCulture), Convert.FromBase64String(lines[2]), note);
    }

    public async Task<(byte[][] Path, string Note)> InclusionAsync(long position, long size)
    {
        var answer = (await client.AskAsync($"/api/log/proof/inclusion?position={position}&size={size}", ("Accept", "text/plain"))).Ok();
        string[] lines = answer.Text.Split('\n');
        lines[0].ShouldBe("c2sp.org/tlog-proof@v1");
        lines[1].ShouldBe(string.Create(CultureInfo.InvariantCulture, $"index {position}"));
        byte[][] path = [.. lines.Skip(2).TakeWhile(line => line.Length > 0).Select(Convert.FromBase64String)];
        return (path, string.Join('\n', lines[(3 + path.Length)..]));
    }

    public async Task<byte[]> TileAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri($"/log/tile/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static int Split(int size) => 1 << BitOperations.Log2((uint)(size - 1));
}
