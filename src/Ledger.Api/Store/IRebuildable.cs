namespace Ledger.Api.Store;

/// <summary>A read model that can be thrown away and made again from the events.</summary>
public interface IRebuildable
{
    /// <summary>Such as <c>facts</c>.</summary>
    string Name { get; }

    /// <summary>Makes all its rows again in one transaction, up to the event that the daemon has brought it to.</summary>
    /// <remarks>
    /// While the program serves or not: readers go on with the old rows and then with the new, the daemon waits, and
    /// nobody who writes to the ledger does.
    /// </remarks>
    Task<Rebuilt> RebuildAsync(CancellationToken cancellation);
}

/// <param name="Changed">Whether the rows differ from those that stood there; they should not.</param>
public sealed record Rebuilt(string Name, long Rows, bool Changed);
