using Ledger.Domain;

namespace Ledger.Api.Transparency;

/// <summary>Why the log does not answer.</summary>
public static class LogRefusals
{
    /// <summary>The private half of the log's key is not here.</summary>
    public static Refusal KeyMissing => Refusal.Of(RefusalKind.Conflict, "log-key-missing");

    public static Refusal EntryUnknown(long position, long size) => Refusal.Of(RefusalKind.NotFound, "log-entry-unknown", position, size);

    public static Refusal SizeUnknown(long size, long head) => Refusal.Of(RefusalKind.NotFound, "log-size-unknown", size, head);

    public static Refusal CheckpointUnknown(long size) => Refusal.Of(RefusalKind.NotFound, "checkpoint-unknown", size);

    /// <summary>It was signed before checkpoints said how far the streams had come.</summary>
    public static Refusal CheckpointWithoutStreams(long size) => Refusal.Of(RefusalKind.NotFound, "checkpoint-without-streams", size);
}
