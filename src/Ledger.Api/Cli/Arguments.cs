using System.Globalization;

namespace Ledger.Api.Cli;

/// <summary>What follows a command's word: options with a value, flags, and the rest in order.</summary>
/// <remarks>A command takes what it knows; what then is left is an error, so a misspelt option is never ignored.</remarks>
public sealed class Arguments(IEnumerable<string> words)
{
    private readonly List<string> left = [.. words];

    /// <exception cref="UsageException">The option stands there without a value.</exception>
    public string? Option(string name)
    {
        var at = left.IndexOf(name);
        if (at < 0)
            return null;
        if (at + 1 == left.Count || left[at + 1].StartsWith('-'))
            throw new UsageException($"{name} needs a value.");
        var value = left[at + 1];
        left.RemoveRange(at, 2);
        return value;
    }

    /// <exception cref="UsageException">It is not given.</exception>
    public string Needed(string name) => Option(name) ?? throw new UsageException($"{name} is needed.");

    public bool Flag(string name) => left.Remove(name);

    /// <exception cref="UsageException">There is none.</exception>
    public string Next(string what)
    {
        if (left.Count == 0 || left[0].StartsWith('-'))
            throw new UsageException($"{what} is needed.");
        var value = left[0];
        left.RemoveAt(0);
        return value;
    }

    /// <exception cref="UsageException">Something is left that the command does not know.</exception>
    public void End()
    {
        if (left.Count > 0)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"'{left[0]}' is not known here."));
    }
}

/// <summary>The command was not called the way it wants to be; its usage is printed.</summary>
public sealed class UsageException(string message) : Exception(message);
