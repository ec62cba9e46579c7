using System.Globalization;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Cli;

/// <summary>Whom the one at the terminal trusts: the log's keys, one or more <c>--key</c>, and the witnesses of a <c>--policy</c>.</summary>
internal sealed class GivenTrust
{
    private readonly List<NoteKey> keys = [];
    private TrustPolicy? policy;

    private GivenTrust()
    {
    }

    public bool IsGiven => keys.Count > 0 || policy is not null;

    /// <exception cref="UsageException">A key or the policy cannot be read.</exception>
    public static GivenTrust Take(Arguments arguments)
    {
        var trust = new GivenTrust();
        while (arguments.Option("--key") is { } text)
            trust.keys.Add(NoteKey.TryParse(text, out var key) ? key : throw new UsageException($"'{text}' is no key: it is NAME+ID+KEY in one line."));
        if (arguments.Option("--policy") is { } file && !TrustPolicy.TryParse(Read(file), out trust.policy, out var complaint))
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{file}: {complaint}"));
        return trust;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <param name="own">The keys that what is verified names itself, for want of others.</param>
    public TrustPolicy Policy(Func<IReadOnlyList<NoteKey>> own) => policy is null
        ? TrustPolicy.Of(keys.Count > 0 ? keys : own())
        : keys.Count > 0 ? policy.For([.. policy.Logs, .. keys]) : policy;
}
