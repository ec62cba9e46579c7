using System.Collections.Immutable;
using System.Globalization;

namespace Ledger.Domain.Notices;

/// <summary>Which numbers of a year are given. One that was given is never given again, whatever becomes of the paper.</summary>
public sealed record DocumentRegister
{
    public required int Year { get; init; }

    /// <summary>By ordinal.</summary>
    public ImmutableSortedDictionary<int, GivenNumber> Given { get; init; } = ImmutableSortedDictionary<int, GivenNumber>.Empty;

    /// <summary>One above the highest given; a gap is not filled.</summary>
    public int Next => Given.IsEmpty ? 1 : Given.Keys.Last() + 1;

    public static EventStream<DocumentRegister, DocumentNumberEvent> Stream(int year) =>
        new(StreamId(year), new DocumentRegister { Year = year }, Evolve);

    public static string StreamId(int year) => string.Create(CultureInfo.InvariantCulture, $"document-numbers/{year}");

    public static DocumentRegister Evolve(DocumentRegister state, Recorded<DocumentNumberEvent> recorded) => recorded.Event switch
    {
        DocumentNumberGiven e => state with { Given = state.Given.SetItem(e.Number.Ordinal, new(e.Number, e.For)) },
        _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is not folded into the register of numbers."),
    };
}

public sealed record GivenNumber(DocumentNumber Number, string For);
