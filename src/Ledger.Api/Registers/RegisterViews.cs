using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Registers;

/// <summary>Institutions of the register, in the order of their codes.</summary>
/// <param name="On">The day on which things stand so.</param>
/// <param name="Total">How many there are, on this page and the others.</param>
/// <param name="Next">What <c>after</c> asks the next page by; null: this is the last.</param>
public sealed record InstitutionPage(LocalDate On, int Total, IReadOnlyList<InstitutionRow> Institutions, string? Next);

/// <param name="Name">That it bears on the day, or where it is not there the nearest.</param>
/// <param name="Zone">Null: in none.</param>
/// <param name="Ending">Null: it goes on.</param>
public sealed record InstitutionRow(
    string Code, string Name, string? Zone, bool IsThere, Ending? Ending, IReadOnlyList<RecognitionView> Recognitions);

/// <param name="Certificate">Of the term that the day lies in, else of the last.</param>
/// <param name="Until">The last day on which it holds; null: without end.</param>
/// <param name="Standing">On the day asked about.</param>
public sealed record RecognitionView(
    int Number, string Kind, string? Level, string? Certificate, LocalDate From, LocalDate? Until, RecognitionStanding Standing,
    IReadOnlyList<RecognitionTerm> Terms, EarlyEnd? Ended, string? Struck)
{
    public static RecognitionView Of(Recognition known, LocalDate day) => new(
        known.Number, known.Kind, known.Level, (known.Terms.LastOrDefault(term => term.Covers(day)) ?? known.Terms[^1]).Certificate,
        known.From, known.Until, known.On(day), known.Terms, known.Ended, known.Struck);
}

/// <summary>One institution whole.</summary>
/// <param name="Predecessors">Codes of the institutions that were merged into it.</param>
/// <param name="Course">Everything that happened to it, in order.</param>
/// <param name="Version">Of its stream, for <c>If-Match</c>.</param>
/// <param name="Struck">Why it was entered by mistake and never was; null: it was not.</param>
public sealed record InstitutionView(
    InstitutionRow Standing, LocalDate On, IReadOnlyList<Since<string>> Names, IReadOnlyList<Since<string?>> Zones,
    IReadOnlyList<string> Predecessors, IReadOnlyList<InstitutionStep> Course, LocalDate? LastActOn, long Version, string? Struck);

/// <summary>One act, as the ledger holds it.</summary>
/// <param name="Type">The stored name of its kind.</param>
/// <param name="Recognition">The number of the recognition it is about; null: about the institution.</param>
/// <param name="Act">Its number, by which it is corrected or struck out.</param>
/// <param name="Said">What it says in truth, as it was last corrected; null of a correction.</param>
/// <param name="Stands">Whether it is taken to have been: neither it nor what it rests on was struck out. False of a correction.</param>
/// <param name="IsCorrected">Whether it said something else when it was recorded.</param>
public sealed record InstitutionStep(
    long Position, Instant RecordedAt, LocalDate On, string Type, string Officer, string Organisation, int? Recognition,
    int Act, ActSaid? Said, bool Stands, bool IsCorrected);

/// <summary>How many institutions hold a recognition on a day, each once in a kind.</summary>
public sealed record RegisterCounts(LocalDate On, IReadOnlyList<RegisterCount> Counts);

/// <param name="Level">Null for a kind without levels.</param>
public sealed record RegisterCount(string Zone, string Kind, string? Level, long Count);

/// <summary>What a zone's return says of a period beside what the register counts, series by series.</summary>
/// <param name="On">The period's last day.</param>
public sealed record RegisterDifferences(string Zone, Name Name, Period Period, LocalDate On, IReadOnlyList<RegisterDifference> Series);

/// <param name="Stated">By the return as it stands; null: not stated.</param>
/// <param name="Counted">Null: the register knows nothing of one of the kinds for this zone, and missing is not zero.</param>
/// <param name="Differs">Both are there, and unequal.</param>
/// <param name="Names">Those that the register counts.</param>
/// <param name="Came">Of them, those that it did not count at the end of the quarter before.</param>
/// <param name="Went">Those that it counted then and does not now.</param>
public sealed record RegisterDifference(
    string Series, Name Name, RegisterMode Mode, decimal? Stated, long? Counted, bool Differs,
    IReadOnlyList<CountedInstitution> Names, IReadOnlyList<CountedInstitution> Came, IReadOnlyList<CountedInstitution> Went);

/// <param name="Standing">Of the recognition, on the period's last day.</param>
/// <param name="Zone">Where the institution lies on that day; null: in no zone, or it is not there.</param>
public sealed record CountedInstitution(
    string Code, string Name, string? Zone, string Kind, string? Level, string? Certificate, LocalDate From, LocalDate? Until, RecognitionStanding Standing);
