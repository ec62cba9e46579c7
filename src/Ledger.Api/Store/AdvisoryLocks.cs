namespace Ledger.Api.Store;

/// <summary>The advisory locks of the ledger's database. They share one space of numbers, so they stand in one place.</summary>
/// <remarks>Sealing takes <c>7164368512</c> by itself (<c>0001-sealing.sql</c>).</remarks>
public static class AdvisoryLocks
{
    /// <summary>Held by whoever sees to the deadlines, or keeps others from it.</summary>
    public const long Deadlines = 7164368513;

    /// <summary>Held while a checkpoint is made, so that two programs do not sign at once.</summary>
    public const long Checkpoints = 7164368514;
}
