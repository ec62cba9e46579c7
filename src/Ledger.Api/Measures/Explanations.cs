using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Conference;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Measures;

/// <summary>Says how numbers came about: puts words to the formulas, and to every fact who stated it, when, why and on what evidence.</summary>
public sealed class Explanations(LedgerReader reader, EventNames names, ITexts texts)
{
    /// <param name="programme">The version that the derivations rest on.</param>
    /// <param name="position">Of the figures; what came later is not told.</param>
    /// <returns>One for each derivation, in their order.</returns>
    public async Task<IReadOnlyList<Explanation>> OfAsync(
        IReadOnlyList<Derivation> derivations, ProgrammeVersion programme, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        var facts = await FactsAsync(derivations, programme.Document, position, knownOn, cancellation);
        var acts = await ActsAsync(derivations, position, cancellation);
        // Parts are shared between derivations: each is said once, and stands wherever it is used.
        var said = new Dictionary<Derivation, Explanation>();
        return [.. derivations.Select(derivation => Say(derivation))];

        Explanation Say(Derivation derivation)
        {
            if (said.TryGetValue(derivation, out var explanation))
                return explanation;
            explanation = new(
                derivation.Formula,
                texts[$"formula.{derivation.Formula}"],
                derivation.Exact,
                derivation.Exact is { } exact ? Explanation.Approximate(exact) : null,
                derivation.Rounding,
                derivation.Absence is { } absence ? new(absence.Kind, absence.Reason, texts[$"reason.{absence.Reason}"], absence.Zones) : null,
                derivation.Note is { } note ? texts[$"note.{note}"] : null,
                [.. derivation.Inputs.Select(input => new ExplainedInput(input.Name, WordsOf(input.Name, programme.Document), Say(input.Of)))],
                derivation.Figure is { } figure ? facts[figure] : null,
                derivation.Constant is { } constant
                    ? new(constant.Pointer, constant.Value, programme.Number, [.. programme.Document.AssumptionsAt(constant.Pointer)])
                    : null)
            {
                Event = derivation.Act is { } act ? acts[act.Position] : null,
            };
            said.Add(derivation, explanation);
            return explanation;
        }
    }

    /// <summary>A zone's, an indicator's or a task's name, a period as it is, or what the formula's quantity is called.</summary>
    private string WordsOf(string input, ProgrammeDocument programme)
    {
        if (Period.TryParse(input, out _) || DecisionReference.TryParse(input, out _))
            return input;
        var name = programme.FindZone(input)?.ShortName ?? programme.FindIndicator(input)?.Name ?? programme.FindSeries(input)?.Name ?? programme.FindTask(input)?.Title;
        return name?.In(Texts.Language) ?? texts[$"input.{input}"];
    }

    private async Task<Dictionary<Figure, SourceFact>> FactsAsync(
        IReadOnlyList<Derivation> derivations, ProgrammeDocument programme, long position, LocalDate? knownOn, CancellationToken cancellation)
    {
        Figure[] figures = [.. derivations.SelectMany(derivation => derivation.Figures()).Distinct()];
        var histories = await reader.HistoriesAsync<ReturnEvent>(
            figures.Select(figure => ZoneReturn.StreamId(figure.Zone, figure.Period)).Distinct(), position, cancellation);
        return figures.ToDictionary(
            figure => figure,
            figure => Describe(
                figure,
                [
                    .. histories[ZoneReturn.StreamId(figure.Zone, figure.Period)]
                        .Where(recorded => knownOn is null || recorded.Event.On <= knownOn),
                ],
                programme));
    }

    private async Task<Dictionary<long, SourceEvent>> ActsAsync(
        IReadOnlyList<Derivation> derivations, long position, CancellationToken cancellation)
    {
        CountedAct[] acts = [.. derivations.SelectMany(derivation => derivation.Everything()).Select(part => part.Act).OfType<CountedAct>().Distinct()];
        if (acts.Length == 0)
            return [];
        var wanted = acts.Select(act => act.Position).ToHashSet();
        var histories = await reader.HistoriesAsync<object>(acts.Select(act => act.Stream).Distinct(), position, cancellation);
        return histories.SelectMany(history => history)
            .Where(recorded => wanted.Contains(recorded.Provenance.Position))
            .ToDictionary(recorded => recorded.Provenance.Position, recorded => new SourceEvent(
                recorded.Provenance.Stream, names.NameOf(recorded.Event.GetType()),
                new(
                    recorded.Provenance.Actor.Officer, recorded.Provenance.Actor.Organisation, OnOf(recorded.Event), recorded.Provenance.RecordedAt,
                    recorded.Provenance.Position, recorded.Provenance.EventId)));
    }

    private static LocalDate OnOf(object @event) => @event switch
    {
        TaskEvent e => e.On,
        MeetingEvent e => e.On,
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is not among the acts that are counted."),
    };

    private static SourceFact Describe(Figure figure, IReadOnlyList<Recorded<ReturnEvent>> recorded, ProgrammeDocument programme)
    {
        var history = FigureHistory.Of(figure.Zone, figure.Series, figure.Period, recorded)
            ?? throw new InvalidOperationException($"{figure.Zone} {figure.Series} {figure.Period} is a fact, and its return does not tell of it.");
        var version = history.Versions[figure.Version - 1];
        // A correction is stated by who asked for it, and comes to stand by the bureau's approval.
        var asked = history.Acts.LastOrDefault(act =>
            act.Act == FigureActKind.CorrectionRequested && act.Position < version.Position && version.Kind is not null);
        var accepted = history.Acts.LastOrDefault(act =>
            act.Version == figure.Version && act.Act is FigureActKind.Accepted or FigureActKind.CorrectionApproved);
        var series = programme.FindSeries(figure.Series)!;
        return new(
            figure.Zone, programme.ZoneNamedOn(figure.Zone, figure.Period.End)!.ShortName, figure.Series, series.Name, series.Unit, figure.Period,
            figure.Value, figure.Status, figure.Version, version.Kind, version.Reason, version.Note, version.Evidence,
            figure.ReportedOn, figure.KnownOn,
            asked is not null
                ? ActOf(asked)
                : new(version.Officer, version.Organisation, version.ReportedOn, version.RecordedAt, version.Position, version.EventId),
            accepted is null ? null : ActOf(accepted));
    }

    private static SourceAct ActOf(FigureAct act) => new(act.Officer, act.Organisation, act.On, act.RecordedAt, act.Position, act.EventId);
}
