using System.Collections.Immutable;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>A carrier or an enterprise of the register: its names and zones through time, and what it was recognised as.</summary>
/// <remarks>Data of institutions alone; of persons nothing is kept.</remarks>
public sealed record Institution
{
    /// <summary>The day before all others, where no first day is known.</summary>
    public static LocalDate Ever { get; } = new(1, 1, 1);

    public required string Code { get; init; }

    public Timeline<string> Names { get; init; } = Timeline<string>.Empty;

    /// <summary>Null where it lay in none.</summary>
    public Timeline<string?> Zones { get; init; } = Timeline<string?>.Empty;

    /// <summary>In the order of their numbers, from 1.</summary>
    public ImmutableList<Recognition> Recognitions { get; init; } = [];

    /// <summary>Null: it goes on.</summary>
    public Ending? Ending { get; init; }

    /// <summary>The document date of the last act. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public bool IsEntered => !Names.IsEmpty;

    /// <summary>The name it bears on a day, else the nearest.</summary>
    public string? NameOn(LocalDate day) => Names.IsEmpty ? null : Names.At(day) ?? Names.First;

    /// <summary>The zone it lies in on a day; null: none, or it is not there.</summary>
    public string? ZoneOn(LocalDate day) => Exists(day) ? Zones.At(day) : null;

    public bool Exists(LocalDate day) => Names.Covers(day) && (Ending is null || day < Ending.From);

    public static EventStream<Institution, InstitutionEvent> Stream(string code) => new(StreamId(code), new Institution { Code = code }, Evolve);

    public static string StreamId(string code) => $"institution/{code}";

    /// <param name="streamId">As <see cref="StreamId"/> gives it.</param>
    /// <exception cref="FormatException">It names no institution.</exception>
    public static EventStream<Institution, InstitutionEvent> StreamOf(string streamId) =>
        streamId.Split('/') is ["institution", var code]
            ? Stream(code)
            : throw new FormatException($"'{streamId}' is not the stream of an institution, such as institution/L-XLHT-001.");

    public static Institution Evolve(Institution state, Recorded<InstitutionEvent> recorded) => state.After(recorded.Event);

    /// <summary>One event later.</summary>
    public Institution After(InstitutionEvent @event) => Fold(@event) with { LastActOn = @event.On };

    private Institution Fold(InstitutionEvent @event) => @event switch
    {
        InstitutionEntered e => this with { Names = Names.From(e.From ?? Ever, e.Name), Zones = Zones.From(e.From ?? Ever, e.Zone) },
        InstitutionRenamed e => this with { Names = Names.From(e.From, e.Name) },
        InstitutionMoved e => this with { Zones = Zones.From(e.From, e.Zone) },
        InstitutionMerged e => this with { Ending = new(e.From, e.Into, e.Document) },
        InstitutionClosed e => this with { Ending = new(e.From, Into: null, e.Document) },
        InstitutionReopened => this with { Ending = null },
        RecognitionGranted e => this with
        {
            Recognitions = Recognitions.Add(new(e.Number, e.Kind, e.Level, [new(e.Certificate, e.From, e.Until, e.Document)])),
        },
        RecognitionRenewed e => With(e.Number, known => known with { Terms = known.Terms.Add(new(e.Certificate, e.From, e.Until, e.Document)) }),
        RecognitionEnded e => With(e.Number, known => known with { Ended = new(e.Cause, e.From, e.Document) }),
        RecognitionCorrected e => With(e.Number, known => known with
        {
            Level = e.Level,
            Terms = known.Terms.SetItem(e.Term - 1, known.Terms[e.Term - 1] with { Certificate = e.Certificate, From = e.From, Until = e.Until }),
        }),
        RecognitionStruck e => With(e.Number, known => known with { Struck = e.Reason }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into an institution."),
    };

    private Institution With(int number, Func<Recognition, Recognition> change) => this with
    {
        Recognitions = Recognitions.SetItem(number - 1, change(Recognitions[number - 1])),
    };
}

/// <summary>It closed, or became part of another.</summary>
/// <param name="From">The first day on which it is not there.</param>
/// <param name="Into">The code of the other; null: it closed.</param>
public sealed record Ending(LocalDate From, string? Into, string Document);
