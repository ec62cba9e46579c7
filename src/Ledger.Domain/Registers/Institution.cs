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

    /// <summary>Everything that was recorded of it, as it is known to be in truth, in the order of recording.</summary>
    public ImmutableList<InstitutionAct> Acts { get; init; } = [];

    /// <summary>Why it was entered by mistake and never was; null: it was not.</summary>
    public string? Struck { get; init; }

    /// <summary>Null: it goes on.</summary>
    public Ending? Ending { get; init; }

    /// <summary>The document date of the last act. The next one is never earlier.</summary>
    public LocalDate? LastActOn { get; init; }

    public bool IsEntered => !Names.IsEmpty && Struck is null;

    /// <summary>The name it bears on a day, else the nearest.</summary>
    public string? NameOn(LocalDate day) => Names.IsEmpty ? null : Names.At(day) ?? Names.First;

    /// <summary>The zone it lies in on a day; null: none, or it is not there.</summary>
    public string? ZoneOn(LocalDate day) => Exists(day) ? Zones.At(day) : null;

    public bool Exists(LocalDate day) => Struck is null && Names.Covers(day) && (Ending is null || day < Ending.From);

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
    public Institution After(InstitutionEvent @event)
    {
        var after = Recording(@event);
        return after with { LastActOn = @event.On, Acts = after.Acts.Add(new(Acts.Count + 1, @event)) };
    }

    public InstitutionAct? FindAct(int number) => number > 0 && number <= Acts.Count ? Acts[number - 1] : null;

    /// <summary>Whether it is an act that is taken to have been: neither it nor what it rests on was struck out.</summary>
    public bool Stands(InstitutionAct act) =>
        IsEntered && act is { IsCorrection: false, Struck: null } && act.Number >= Acts.FindLast(one => one.Event is InstitutionEntered)!.Number
        && (act.Recognition is not { } number || Recognitions[number - 1].Struck is null);

    /// <summary>As it is when an act is otherwise in truth: all that stands is laid out anew.</summary>
    internal Institution Amended(int number, Func<InstitutionAct, InstitutionAct> change)
    {
        var acts = Acts.SetItem(number - 1, change(Acts[number - 1]));
        return acts.Where(act => !act.IsCorrection).Aggregate(Stream(Code).Initial, (state, act) => state.Then(act)) with { Acts = acts, LastActOn = LastActOn };
    }

    /// <summary>One act later, as it is in truth. Numbers of recognitions stay what they were, though one is struck out.</summary>
    internal Institution Then(InstitutionAct act)
    {
        var then = act switch
        {
            { Struck: null } => Fold(act.Event),
            { Event: InstitutionEntered entered } => Fold(entered) with { Struck = act.Struck },
            { Event: RecognitionGranted granted } => Fold(granted).With(granted.Number, known => known with { Struck = act.Struck }),
            _ => this,
        };
        return then with
        {
            LastActOn = act.Event.On,
            Recognitions = then.Struck is { } reason ? [.. then.Recognitions.Select(known => known with { Struck = known.Struck ?? reason })] : then.Recognitions,
        };
    }

    private Institution Recording(InstitutionEvent @event) => @event switch
    {
        InstitutionActCorrected e => Amended(e.Act, act => act with { Event = e.Said().In(act.Event) }),
        InstitutionActStruck e => Amended(e.Act, act => act with { Struck = e.Reason }),
        InstitutionReopened e => Ending is null ? this
            : Amended(Acts.FindLast(act => act.Event is InstitutionMerged or InstitutionClosed)!.Number, act => act with { Struck = e.Reason }),
        RecognitionCorrected e => Amended(TermsOf(e.Number)[0].Number, act => act with { Event = (RecognitionGranted)act.Event with { Level = e.Level } })
            .Amended(TermsOf(e.Number)[e.Term - 1].Number, act => act with
            {
                Event = (ActSaid.By(act.Event)! with { Level = act.Event is RecognitionGranted ? e.Level : null, Certificate = e.Certificate, From = e.From, Until = e.Until })
                    .In(act.Event),
            }),
        RecognitionStruck e => Amended(TermsOf(e.Number)[0].Number, act => act with { Struck = e.Reason }),
        _ => Fold(@event),
    };

    private Institution Fold(InstitutionEvent @event) => @event switch
    {
        InstitutionEntered e => this with
        {
            Names = Timeline<string>.Empty.From(e.From ?? Ever, e.Name), Zones = Timeline<string?>.Empty.From(e.From ?? Ever, e.Zone), Ending = null, Struck = null,
        },
        InstitutionRenamed e => this with { Names = Names.From(e.From, e.Name) },
        InstitutionMoved e => this with { Zones = Zones.From(e.From, e.Zone) },
        InstitutionMerged e => this with { Ending = new(e.From, e.Into, e.Document) },
        InstitutionClosed e => this with { Ending = new(e.From, Into: null, e.Document) },
        RecognitionGranted e => this with
        {
            Recognitions = Recognitions.Add(new(e.Number, e.Kind, e.Level, [new(e.Certificate, e.From, e.Until, e.Document)])),
        },
        RecognitionRenewed e => With(e.Number, known => known with { Terms = known.Terms.Add(new(e.Certificate, e.From, e.Until, e.Document)) }),
        RecognitionEnded e => With(e.Number, known => known with { Ended = new(e.Cause, e.From, e.Document) }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not folded into an institution."),
    };

    /// <summary>The acts that began its terms, that of the grant first.</summary>
    private List<InstitutionAct> TermsOf(int recognition) =>
        [.. Acts.Where(act => act is { Struck: null, Event: RecognitionGranted or RecognitionRenewed } && act.Recognition == recognition)];

    private Institution With(int number, Func<Recognition, Recognition> change) => this with
    {
        Recognitions = Recognitions.SetItem(number - 1, change(Recognitions[number - 1])),
    };
}

/// <summary>It closed, or became part of another.</summary>
/// <param name="From">The first day on which it is not there.</param>
/// <param name="Into">The code of the other; null: it closed.</param>
public sealed record Ending(LocalDate From, string? Into, string Document);
