using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>An institution laid out in days: where it lay under which name, what it counted as, and when it was first recognised.</summary>
/// <remarks>
/// It counts once in a kind: of two recognitions of the kind that hold on a day, as where an incubator of the region became one of the
/// state, the one granted later counts. A function of its events alone; no programme changes it.
/// </remarks>
/// <param name="Standings">Of one kind no two share a day.</param>
public sealed record InstitutionSpans(
    IReadOnlyList<Residence> Residences, IReadOnlyList<Standing> Standings, IReadOnlyList<FirstRecognition> Firsts)
{
    public static InstitutionSpans Of(Institution institution) => new(
        [.. ResidencesOf(institution)],
        [.. institution.Recognitions.Select(recognition => recognition.Kind).Distinct().SelectMany(kind => StandingsOf(institution, kind))],
        [.. FirstsOf(institution)]);

    private static IEnumerable<Residence> ResidencesOf(Institution institution) => Pieces(
        Edges(institution),
        day => institution.Exists(day) ? new Residence(institution.NameOn(day)!, institution.ZoneOn(day), day, To: null) : null,
        (piece, from, to) => piece with { From = from, To = to });

    private static IEnumerable<Standing> StandingsOf(Institution institution, string kind)
    {
        Recognition[] ofKind = [.. institution.Recognitions.Where(recognition => recognition.Kind == kind && recognition.Struck is null)];
        var edges = Edges(institution)
            .Concat(ofKind.SelectMany(recognition => recognition.Terms.SelectMany(term => new[] { term.From, term.Until?.PlusDays(1) }.OfType<LocalDate>())))
            .Concat(ofKind.Select(recognition => recognition.Ended?.From).OfType<LocalDate>());
        return Pieces(edges, At, (piece, from, to) => piece with { From = from, To = to });

        Standing? At(LocalDate day) =>
            institution.ZoneOn(day) is { } zone
            && ofKind.Where(recognition => recognition.Holds(day)).MaxBy(recognition => (recognition.From, recognition.Number)) is { } holds
                ? new(kind, holds.Level, zone, day, To: null)
                : null;
    }

    private static IEnumerable<FirstRecognition> FirstsOf(Institution institution) =>
        from recognition in institution.Recognitions
        where recognition.Struck is null && institution.Struck is null
        group recognition by (recognition.Kind, recognition.Level) into alike
        let day = alike.Min(recognition => recognition.From)
        select new FirstRecognition(alike.Key.Kind, alike.Key.Level, institution.ZoneOn(day), day);

    private static IEnumerable<LocalDate> Edges(Institution institution) =>
    [
        .. institution.Names.Entries.Select(entry => entry.From),
        .. institution.Zones.Entries.Select(entry => entry.From),
        .. institution.Ending is { } ending ? [ending.From] : Array.Empty<LocalDate>(),
    ];

    /// <summary>From edge to edge what was so; neighbours that say the same are one.</summary>
    private static IEnumerable<T> Pieces<T>(IEnumerable<LocalDate> edges, Func<LocalDate, T?> at, Func<T, LocalDate, LocalDate?, T> between)
        where T : class
    {
        LocalDate[] days = [.. edges.Distinct().Order()];
        var (open, since) = (default(T), default(LocalDate));
        foreach (var day in days)
        {
            var now = at(day);
            var (isSame, from) = (open is not null && now is not null && between(now, since, null).Equals(between(open, since, null)), since);
            if (isSame)
                continue;
            if (open is not null)
                yield return between(open, from, day);
            (open, since) = (now, day);
        }

        if (open is not null)
            yield return between(open, since, null);
    }
}

/// <param name="Zone">Null: in none.</param>
/// <param name="To">The first day on which it is otherwise; null: it stays so. So with the others.</param>
public sealed record Residence(string Name, string? Zone, LocalDate From, LocalDate? To);

/// <summary>It counted as one of a kind, in a zone.</summary>
public sealed record Standing(string Kind, string? Level, string Zone, LocalDate From, LocalDate? To);

/// <summary>The day on which it first came to a level of a kind, in the zone where it lay then.</summary>
/// <param name="Zone">Null: it lay in none, or was not there.</param>
public sealed record FirstRecognition(string Kind, string? Level, string? Zone, LocalDate Day);
