namespace Ledger.Domain;

/// <summary>What a command may find at fault in its own fields, whatever it is about.</summary>
internal static class RequestFaults
{
    /// <summary>A text that has to be there.</summary>
    /// <returns><c>text-required</c>, <c>text-too-long</c>, or null.</returns>
    public static Fault? Text(string pointer, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? Fault.At(pointer, "text-required") : Length(pointer, text, longest);

    /// <summary>A text that may be there.</summary>
    /// <returns><c>text-too-long</c>, or null.</returns>
    public static Fault? Length(string pointer, string? text, int longest) =>
        text?.Length > longest ? Fault.At(pointer, "text-too-long", longest, text.Length) : null;

    /// <returns><c>request-at-fault</c> with all that was found; null where nothing was.</returns>
    public static Refusal? Any(params IEnumerable<Fault?> faults)
    {
        Fault[] found = [.. faults.OfType<Fault>()];
        return found.Length == 0 ? null : Refusal.OfFaults(RefusalKind.Invalid, "request-at-fault", found);
    }
}
