using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Bundles;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Walks over the entries once: bodies against the leaves they were sealed with, order, and the tree that grows over them.</summary>
/// <remarks>Of what it has passed it keeps the tree's right edge, and of each stream how far it has come.</remarks>
/// <param name="before">The tree over the entries before the first; empty where the history is whole.</param>
/// <param name="names">By which events are known that name a cut or a key of the log, or publish something.</param>
internal sealed class HistoryCheck(CompactRange before, EventNames names)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> telling =
        names.Types.Values.Where(IsTelling).Select(names.NameOf).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly List<(long Position, NoteKey Key)> keys = [];
    private readonly List<PublishedEntry> published = [];
    private readonly long first = before.Size;
    private readonly Dictionary<string, Head>.AlternateLookup<ReadOnlySpan<char>> heads =
        new Dictionary<string, Head>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly List<Head> moved = [];
    private readonly StreamTree streams = new();
    private readonly List<Divergence> found = [];
    private readonly byte[] lastTime = new byte[32];
    private int lastTimeLength;
    private long rooted;

    /// <summary>The tree over all entries up to the last one taken.</summary>
    public CompactRange Tree => before;

    public Cuts Cuts { get; } = new();

    /// <summary>What the entries published, in their order.</summary>
    public IReadOnlyList<PublishedEntry> Published => published;

    /// <summary>The log's keys that the entries name, each with the position at which it came into force.</summary>
    public IReadOnlyList<(long Position, NoteKey Key)> Keys => keys;

    /// <summary>When the last entry taken was recorded, as it says itself; empty before the first.</summary>
    public string LastRecordedAt => Encoding.UTF8.GetString(lastTime.AsSpan(0, lastTimeLength));

    /// <summary>An entry is missing or out of its place: what follows cannot be judged.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The root over how far each stream has come. Of a part of the history nobody can tell.</summary>
    public byte[] StreamsRoot()
    {
        foreach (var head in moved)
            streams.Set(new(head.Stream, head.Version, head.Position));
        moved.Clear();
        rooted = Tree.Size;
        return streams.Root();
    }

    /// <param name="entry">The next one.</param>
    /// <param name="reading">What can be said of it alone.</param>
    public IReadOnlyList<Divergence> Take(SealedText entry, EntryReading reading)
    {
        var (position, hash) = (Tree.Size, reading.Hash);
        var leaf = entry.Leaf.Span;
        found.Clear();
        if (entry.IsMissing)
        {
            IsBroken = true;
            return [Divergence.AtEntry(DivergenceClass.Missing, position, "entry-missing")];
        }

        if (leaf.IsEmpty || leaf.SequenceEqual(hash.Span))
        {
            Tree.Append(hash.Span);
        }
        else
        {
            // The tree goes on over what was sealed: so the one changed body is named, and not all that follows it.
            Tree.Append(leaf);
            Add(DivergenceClass.Body, position, "body-not-as-sealed", Convert.ToHexStringLower(leaf), Convert.ToHexStringLower(hash.Span));
        }

        try
        {
            if (reading.Complaint is { } complaint)
                throw new FormatException(complaint);
            Follow(reading.Head, position);
            Note(reading.Head, entry.Text, hash);
        }
        catch (FormatException exception)
        {
            Add(DivergenceClass.Unreadable, position, "entry-unreadable", exception.Message);
        }

        return found.Count == 0 ? [] : [.. found];
    }

    private void Add(DivergenceClass @class, long position, string code, params object[] arguments) =>
        found.Add(Divergence.AtEntry(@class, position, code, arguments));

    private void Follow(EntryHead head, long position)
    {
        if (head.Position != position)
        {
            IsBroken = true;
            Add(head.Position > position ? DivergenceClass.Missing : DivergenceClass.Order, position, "position-not-next", head.Position);
        }

        var time = head.RecordedAt.Span;
        var former = lastTime.AsSpan(0, lastTimeLength);
        var same = time.CommonPrefixLength(former);
        if (same < former.Length && (same == time.Length || time[same] < former[same]))
            Add(DivergenceClass.Order, position, "time-goes-back", Encoding.UTF8.GetString(time), Encoding.UTF8.GetString(former));
        lastTimeLength = Math.Min(time.Length, lastTime.Length);
        time[..lastTimeLength].CopyTo(lastTime);

        Span<char> stream = stackalloc char[head.Stream.Length];
        var name = stream[..Encoding.UTF8.GetChars(head.Stream.Span, stream)];
        // In a part of the history a stream may begin anywhere, and goes on without gaps.
        if (!heads.TryGetValue(name, out var last))
            heads[name] = last = new Head(name.ToString(), first == 0 ? 0 : head.Version - 1);
        if (head.Version != last.Version + 1)
            Add(DivergenceClass.Order, position, "version-not-next", last.Stream, head.Version, last.Version + 1);
        if (last.Position < rooted)
            moved.Add(last);
        (last.Version, last.Position) = (head.Version, position);
    }

    private void Note(EntryHead head, ReadOnlyMemory<byte> text, ReadOnlyMemory<byte> hash)
    {
        Span<char> type = stackalloc char[head.Type.Length];
        if (!telling.Contains(type[..Encoding.UTF8.GetChars(head.Type.Span, type)]))
            return;
        var entry = EntryText.Parse(text);
        var @event = entry.Read(names).Event;
        if (@event is LogKeyEvent key)
            keys.Add((entry.Position, NoteKey.TryParse(key.Key, out var read) ? read : throw new FormatException($"{key.Key} is no key.")));
        else
            Cuts.Note(@event, entry.Stream);
        if (PublishedFiles.Of(@event) is { } file)
            published.Add(new(entry.Position, hash.ToArray(), file.Name, SHA256.HashData(file.Bytes), file.Proof));
    }

    private static bool IsTelling(Type kind) =>
        Cuts.Kinds.Contains(kind) || typeof(LogKeyEvent).IsAssignableFrom(kind) || PublishedFiles.Publishes(kind);

    /// <summary>How far a stream has come.</summary>
    private sealed class Head(string stream, long version)
    {
        public string Stream { get; } = stream;

        public long Version { get; set; } = version;

        public long Position { get; set; } = -1;
    }
}

/// <summary>What an entry published, as it has to be found in a bundle.</summary>
/// <param name="Leaf">The leaf hash of the entry.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Proof">The path of the proof that the entry is in the log.</param>
internal sealed record PublishedEntry(long Position, byte[] Leaf, string File, byte[] Hash, string Proof);
