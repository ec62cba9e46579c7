namespace Ledger.Domain;

/// <summary>Why a command, or a question, is not taken: a stable code with what its text needs.</summary>
/// <remarks>
/// A refusal is a value, not an exception. The words are found by <see cref="Code"/> in the reader's language;
/// <see cref="Arguments"/> fill the places <c>{0}</c>, <c>{1}</c> … of that text. Codes are part of the HTTP contract.
/// </remarks>
/// <param name="Code">Kebab case, such as <c>figure-accepted</c>.</param>
/// <param name="Faults">One for each field at fault; empty when the refusal is about the whole.</param>
public sealed record Refusal(
    string Code,
    RefusalKind Kind,
    IReadOnlyList<object> Arguments,
    IReadOnlyList<Fault> Faults)
{
    public static Refusal Of(RefusalKind kind, string code, params object[] arguments) =>
        new(code, kind, arguments, []);

    public static Refusal OfFaults(RefusalKind kind, string code, IReadOnlyList<Fault> faults) =>
        new(code, kind, [], faults);

    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Kind == other.Kind
        && Arguments.SequenceEqual(other.Arguments) && Faults.SequenceEqual(other.Faults);

    public override int GetHashCode() => HashCode.Combine(Code, Kind, Arguments.Count, Faults.Count);
}

/// <summary>One field at fault.</summary>
/// <param name="Pointer">An RFC 6901 pointer into the request, such as <c>/figures/3/value</c>.</param>
public sealed record Fault(string Pointer, string Code, IReadOnlyList<object> Arguments)
{
    public static Fault At(string pointer, string code, params object[] arguments) => new(pointer, code, arguments);

    public bool Equals(Fault? other) =>
        other is not null && Pointer == other.Pointer && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Pointer, Code, Arguments.Count);
}

/// <summary>What kind of "no" it is. The Api maps each kind to one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request cannot be read as what it should be (400).</summary>
    Malformed,

    /// <summary>This officer may not do this (403).</summary>
    NotAllowed,

    /// <summary>There is no such thing, at the moment asked about (404).</summary>
    NotFound,

    /// <summary>A rule stands against it in the present state (409).</summary>
    Conflict,

    /// <summary>The caller decided on an older version (412).</summary>
    Stale,

    /// <summary>More than is taken at once (413).</summary>
    TooLarge,

    /// <summary>Readable, but its content is at fault (422).</summary>
    Invalid,
}
