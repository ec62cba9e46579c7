using Ledger.Api.Store;

namespace Ledger.Api.Cli;

/// <summary>One thing that the program can be started for.</summary>
public abstract class Command
{
    /// <summary>The word on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What may follow the word.</summary>
    public virtual string Usage => "";

    /// <summary>What it does, in a line or two.</summary>
    public abstract string Summary { get; }
}

/// <summary>One that works with nothing but what it is given: no database, no settings, no server.</summary>
public abstract class OfflineCommand : Command
{
    /// <returns>The program's exit code: 0 when it did what it was asked to.</returns>
    public abstract Task<int> RunAsync(Arguments arguments, Terminal terminal);
}

/// <summary>One that works on the ledger.</summary>
public abstract class LedgerCommand : Command
{
    /// <summary>What the program is put together for.</summary>
    public virtual Purpose Purpose => Purpose.Work;

    /// <summary>Whether it answers requests; else no port is opened, and only warnings are logged.</summary>
    public bool Serves => Purpose == Purpose.Serve;

    /// <summary>Whether it seals what has to be opened after it has ended: sign-ins, ballots. Then the keys need a place to stay.</summary>
    public virtual bool KeepsKeys => Serves;

    /// <returns>The program's exit code: 0 when it did what it was asked to.</returns>
    public abstract Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal);
}
