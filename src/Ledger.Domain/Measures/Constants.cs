using Ledger.Domain.Programme;

namespace Ledger.Domain.Measures;

/// <summary>The programme's numbers, each with the place in the document where it stands.</summary>
internal sealed class Constants
{
    private readonly ProgrammeDocument programme;
    private readonly Dictionary<string, int> indicators;
    private readonly Dictionary<string, int> combined;
    private readonly Dictionary<(string Zone, string Subject), int> baselines;

    public Constants(ProgrammeDocument programme)
    {
        this.programme = programme;
        indicators = Places(programme.Indicators, indicator => indicator.Code);
        combined = Places(programme.CombinedTargets, target => target.Code);
        baselines = Places(programme.Baselines, baseline => (baseline.Zone, baseline.Subject));
    }

    public Derivation FirstYear => At("/firstYear", programme.FirstYear);

    public Derivation BaselineYear => At("/baselineYear", programme.BaselineYear);

    public Derivation LastYear => At("/lastYear", programme.LastYear);

    public Derivation Target(Indicator indicator) => At($"{Pointer(indicator)}/target/value", indicator.Target.Value);

    public Derivation Rate(Indicator indicator) => At($"{Pointer(indicator)}/trajectory/rate", indicator.Trajectory.Rate!.Value);

    /// <param name="zones">The zone and what merged into it, whose parts it has taken over.</param>
    public Derivation Allocation(Indicator indicator, IReadOnlyList<string> zones) =>
        Allocation($"{Pointer(indicator)}/allocation", indicator.Allocation!, zones);

    /// <inheritdoc cref="Allocation(Indicator, IReadOnlyList{string})"/>
    public Derivation Allocation(CombinedTarget target, IReadOnlyList<string> zones) =>
        Allocation(FormattableString.Invariant($"/combinedTargets/{combined[target.Code]}/allocation"), target.Allocation, zones);

    /// <param name="subject">The indicator's code for a share, else the measured series'.</param>
    public Derivation Baseline(string zone, string subject) =>
        baselines.TryGetValue((zone, subject), out var place)
            ? At(FormattableString.Invariant($"/baselines/{place}/value"), programme.Baselines[place].Value)
            : Reckoning.None(Formulas.Constant, Absence.Missing(Reasons.BaselineMissing, zone));

    private string Pointer(Indicator indicator) => FormattableString.Invariant($"/indicators/{indicators[indicator.Code]}");

    /// <summary>A part of nothing is no target.</summary>
    private static Derivation Allocation(string pointer, IReadOnlyDictionary<string, decimal> shares, IReadOnlyList<string> zones)
    {
        Derivation[] parts = [.. zones.Select(zone => At($"{pointer}/{zone}", shares.GetValueOrDefault(zone)))];
        var share = parts is [var own] ? own : Reckoning.Sum([.. zones.Zip(parts, (zone, part) => new Input(zone, part))]);
        return share.Exact!.Value.IsZero
            ? share with { Exact = null, Absence = Absence.NotApplicable(Reasons.NoTarget) }
            : share;
    }

    private static Derivation At(string pointer, decimal value) => Derivation.Of(new Constant(pointer, value));

    private static Dictionary<TKey, int> Places<TPart, TKey>(IEnumerable<TPart> parts, Func<TPart, TKey> key)
        where TKey : notnull
    {
        var places = new Dictionary<TKey, int>();
        foreach (var (index, part) in parts.Index())
            places.TryAdd(key(part), index);
        return places;
    }
}
