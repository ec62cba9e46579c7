using System.Text;
using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Cli;

/// <summary>The person's side of a command: what is said to them and asked of them.</summary>
public sealed class Terminal(TextWriter output, TextWriter errors, TextReader input, bool isInteractive)
{
    public static Terminal Console { get; } =
        new(System.Console.Out, System.Console.Error, System.Console.In, !System.Console.IsInputRedirected);

    public TextWriter Output { get; } = output;

    /// <summary>Shown to a person at a terminal, beside what is printed.</summary>
    public ProgressBar Progress { get; } = new(errors, ReferenceEquals(errors, System.Console.Error) && !System.Console.IsErrorRedirected);

    public Task SayAsync(string text) => Output.WriteLineAsync(text);

    /// <returns>The exit code given.</returns>
    public async Task<int> ComplainAsync(string text, int exitCode = 1)
    {
        await errors.WriteLineAsync(text);
        return exitCode;
    }

    /// <summary>Says why the ledger refused, with every fault it named.</summary>
    /// <returns>The exit code of a refusal.</returns>
    public Task<int> ComplainAsync(Refusal refusal, ITexts texts) => ComplainAsync(string.Join(
        '\n', refusal.Faults.Select(fault => $"  {fault.Pointer}: {texts.TextOf(fault)}").Prepend(texts.TextOf(refusal))));

    /// <summary>Reads a secret that exists already: from a person unseen, from a pipe as its first line.</summary>
    /// <exception cref="UsageException">None came.</exception>
    public string ReadSecret() => isInteractive
        ? ReadUnseen("Password: ")
        : input.ReadLine() is { Length: > 0 } line ? line : throw new UsageException("A password is read from standard input.");

    /// <summary>Reads a password: from a person unseen and twice, from a pipe as its first line.</summary>
    /// <exception cref="UsageException">None came, or the two differ.</exception>
    public string ReadPassword()
    {
        if (!isInteractive)
            return input.ReadLine() is { Length: > 0 } line ? line : throw new UsageException("A password is read from standard input.");
        var first = ReadUnseen("Password: ");
        return first == ReadUnseen("Again: ") ? first : throw new UsageException("The two passwords differ.");
    }

    private string ReadUnseen(string prompt)
    {
        errors.Write(prompt);
        var typed = new StringBuilder();
        while (System.Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        }

        errors.WriteLine();
        return typed.ToString();
    }
}
