using System.Diagnostics.CodeAnalysis;

namespace Ledger.Domain.Transparency;

/// <summary>Which logs and witnesses one trusts, and how many witnesses have to agree (C2SP tlog-policy).</summary>
/// <remarks>A group is reached by so many of its members; a member is a witness or another group. Without a quorum no witness is needed.</remarks>
public sealed class TrustPolicy
{
    private readonly Dictionary<string, Member> members = [];
    private Member? quorum;

    private TrustPolicy()
    {
    }

    /// <summary>The keys of the logs.</summary>
    public IReadOnlyList<NoteKey> Logs { get; private init; } = [];

    /// <summary>The keys of the witnesses, in the order of their lines.</summary>
    public IReadOnlyList<NoteKey> Witnesses => [.. members.Values.Select(member => member.Key).OfType<NoteKey>()];

    /// <summary>Whether any witness is needed at all.</summary>
    public bool NeedsWitnesses => !IsReachedBy([]);

    /// <summary>Where a witness takes checkpoints (the submission prefix of C2SP tlog-witness); null: it comes by itself.</summary>
    public Uri? AddressOf(NoteKey witness) => members.Values.FirstOrDefault(member => witness.Equals(member.Key))?.Address;

    /// <summary>These logs, and no witness asked for.</summary>
    public static TrustPolicy Of(params IEnumerable<NoteKey> logs) => new() { Logs = [.. logs] };

    /// <summary>The same witnesses, asked of other logs.</summary>
    public TrustPolicy For(params IEnumerable<NoteKey> logs)
    {
        var policy = new TrustPolicy { Logs = [.. logs], quorum = quorum };
        foreach (var (name, member) in members)
            policy.members.Add(name, member);
        return policy;
    }

    /// <summary>Whether the witnesses that agree are enough.</summary>
    public bool IsReachedBy(IEnumerable<NoteKey> witnesses) => quorum?.IsReachedBy(witnesses.ToHashSet()) ?? true;

    /// <summary>Reads a policy file; what is wrong with it is said by line.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TrustPolicy? policy, [NotNullWhen(false)] out string? complaint)
    {
        var logs = new List<NoteKey>();
        var read = new TrustPolicy { Logs = logs };
        var hasQuorum = false;
        (policy, complaint) = (null, null);
        foreach (var (index, line) in text.Split('\n').Index())
        {
            string[] words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            complaint = words switch
            {
                [] => null,
                [['#', ..], ..] => null,
                ["log", var key, .. { Length: <= 1 }] => TakeLog(key, logs),
                ["witness", var name, var key] => read.TakeWitness(name, key, address: null),
                ["witness", var name, var key, var address] => read.TakeWitness(name, key, address),
                ["group", var name, var least, .. { Length: > 0 } of] => read.TakeGroup(name, least, of),
                ["quorum", _] when hasQuorum => "there is a quorum already",
                ["quorum", "none"] => null,
                ["quorum", var name] when read.members.TryGetValue(name, out read.quorum) => null,
                ["quorum", var name] => $"{name} is neither a witness nor a group above",
                _ => "this is no line of a policy",
            };
            hasQuorum |= words is ["quorum", ..];
            if (complaint is not null)
            {
                complaint = $"Line {StrictText.Number(index + 1)}: {complaint}.";
                return false;
            }
        }

        complaint = hasQuorum ? null : "There is no quorum line.";
        policy = hasQuorum ? read : null;
        return hasQuorum;
    }

    private static string? TakeLog(NoteKey key, List<NoteKey> logs)
    {
        if (logs.Any(other => other.PublicKey.AsSpan().SequenceEqual(key.PublicKey)))
            return "this log's key stands above already";
        logs.Add(key);
        return null;
    }

    private static string? TakeLog(string text, List<NoteKey> logs) =>
        NoteKey.TryParse(text, out var key) && key.Kind == NoteKeyKind.Log ? TakeLog(key, logs) : "this is no key of a log";

    private string? TakeWitness(string name, string text, string? address)
    {
        Uri? url = null;
        if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out url) || url.Scheme is not ("http" or "https")))
            return $"{address} is no address of a witness";
        if (!NoteKey.TryParse(text, out var key) || key.Kind != NoteKeyKind.Witness)
            return "this is no key of a witness";
        return Witnesses.Any(other => other.PublicKey.AsSpan().SequenceEqual(key.PublicKey))
            ? "this witness's key stands above already"
            : Take(name, new Member(key, 1, [], url));
    }

    private string? TakeGroup(string name, string least, string[] of)
    {
        if (of.Distinct().Count() < of.Length)
            return "a member stands there twice";
        if (of.FirstOrDefault(member => !members.ContainsKey(member)) is { } unknown)
            return $"{unknown} is neither a witness nor a group above";
        // Whoever counts in one group counts in no other, so that nobody counts twice.
        if (of.FirstOrDefault(member => members.Values.Any(group => group.Members.Contains(members[member]))) is { } taken)
            return $"{taken} is a member of another group";
        long? needed = least switch
        {
            "any" => 1,
            "all" => of.Length,
            _ => StrictText.TryNumber(least, out var number) && number >= 1 && number <= of.Length ? number : null,
        };
        return needed is { } count
            ? Take(name, new Member(Key: null, count, [.. of.Select(member => members[member])]))
            : $"of {StrictText.Number(of.Length)} members there cannot be {least}";
    }

    private string? Take(string name, Member member) =>
        name == "none" || !members.TryAdd(name, member) ? $"{name} is taken already" : null;

    private sealed record Member(NoteKey? Key, long Least, IReadOnlyList<Member> Members, Uri? Address = null)
    {
        public bool IsReachedBy(IReadOnlySet<NoteKey> witnesses) => Key is not null
            ? witnesses.Contains(Key)
            : Members.LongCount(member => member.IsReachedBy(witnesses)) >= Least;
    }
}
