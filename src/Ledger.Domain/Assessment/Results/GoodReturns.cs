using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>How well a zone reported: the share, 0 to 1, of the year's due returns that came on time and were accepted the first time.</summary>
/// <remarks>Where returns were due and none is accepted, nothing is known of them, and the share is missing rather than zero.</remarks>
/// <param name="on">A return is due once its deadline has passed before this day, or when it is accepted earlier.</param>
internal sealed class GoodReturns(ProgrammeDocument programme, IReadOnlyCollection<ZoneReturn> returns, int year, LocalDate on)
{
    private readonly ILookup<string, ZoneReturn> byZone = returns.ToLookup(state => state.Zone);

    public Derivation Of(string zone)
    {
        var states = byZone[zone].ToDictionary(state => state.Period);
        Input[] due =
        [
            .. programme.Periods()
                .Where(period => period.Year == year && programme.IsThereIn(zone, period))
                .Select(period => (Period: period, State: states.GetValueOrDefault(period)))
                .Where(each => programme.Calendar.DueOn(each.Period) < on || each.State?.State == ReturnState.Accepted)
                .Select(each => new Input(each.Period.ToString(), Judge(each.Period, each.State))),
        ];
        if (due.Length == 0)
            return Reckoning.NotApplicable(Formulas.Part, Reasons.NoReturnsDue);
        var all = due.Select(each => new Input(each.Name, Reckoning.Given(Formulas.Return, Rational.One))).ToList();
        Input[] inputs = [new("numerator", Count(due)), new("denominator", Count(all))];
        return states.Values.Any(state => state.Period.Year == year && state.State == ReturnState.Accepted)
            ? Reckoning.Of(Formulas.Part, inputs, terms => terms[0] / terms[1])
            : Reckoning.None(Formulas.Part, Absence.Missing(Reasons.NoReturnAccepted, zone), inputs);
    }

    private static Derivation Count(IReadOnlyList<Input> counted) => Reckoning.Sum(counted) with { Formula = Formulas.Count };

    /// <summary>One where it was good, else zero with what was wrong with it.</summary>
    private Derivation Judge(Period period, ZoneReturn? state)
    {
        var wrong = state is null ? Notes.NotSubmitted : Timeliness.IsOnTime(state, programme.DueAt(period)) switch
        {
            null => Notes.NotSubmitted,
            false => Notes.Late,
            true when !state.SentBack.IsEmpty => Notes.SentBack,
            true when state.State != ReturnState.Accepted => Notes.NotAccepted,
            true => null,
        };
        return Reckoning.Given(Formulas.Return, wrong is null ? Rational.One : Rational.Zero) with { Note = wrong };
    }
}
