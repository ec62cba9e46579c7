using Ledger.Domain.Registers;
using NodaTime;
using static Ledger.Domain.Audit.Comparison.AspectWords;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>What the register says of an institution, each name, zone and term with the day from which it holds in the world.</summary>
internal static class RegisterAspects
{
    public static IEnumerable<(Aspect Aspect, string? Text)> Of(Institution state)
    {
        if (!state.IsEntered)
            yield break;
        foreach (var name in state.Names.Entries)
            yield return (Since("name", name.From), name.Value);
        foreach (var zone in state.Zones.Entries)
            yield return (Since("zone", zone.From), zone.Value ?? "");
        yield return (Is("ending"), state.Ending is { } ending ? $"{Text(ending.From)} {ending.Into}".TrimEnd() : null);
        foreach (var known in state.Recognitions)
        {
            if (known.Struck is not null)
            {
                yield return (Is("struck", known.Number), known.Struck);
                continue;
            }

            yield return (Is("recognition", known.Number), known.Level is null ? known.Kind : $"{known.Kind}/{known.Level}");
            foreach (var (index, term) in known.Terms.Index())
            {
                yield return (Is("term", known.Number, index + 1), $"{Text(term.From)} – {(term.Until is { } until ? Text(until) : "…")}");
                yield return (Is("certificate", known.Number, index + 1), term.Certificate);
            }

            yield return (Is("ended", known.Number), known.Ended is { } ended ? $"{Text(ended.From)} {ended.Cause.Word()}" : null);
        }

        Aspect Is(params ReadOnlySpan<object> name) => new(MatterKind.Institution, state.Code, Name(name));

        // What holds since before all that is known bears no day.
        Aspect Since(string what, LocalDate from) => from == Institution.Ever ? Is(what) : Is($"{what}_from", from);
    }
}
