using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>What acts on recognitions have in common.</summary>
internal static class Recognitions
{
    public static Recognition? Find(Institution state, int number) =>
        number > 0 && number <= state.Recognitions.Count ? state.Recognitions[number - 1] : null;

    public static Refusal? Unknown(Institution state, int number) => Find(state, number) is null
        ? Refusal.Of(RefusalKind.NotFound, "recognition-unknown", number, state.Recognitions.Count)
        : null;

    /// <summary>It was ended early, or struck out: nothing follows on it but another grant.</summary>
    public static Refusal? Over(Recognition known) => known switch
    {
        { Struck: not null } => Refusal.Of(RefusalKind.Conflict, "recognition-struck", known.Number),
        { Ended: { } ended } => Refusal.Of(RefusalKind.Conflict, "recognition-over", known.Number, ended.From),
        _ => null,
    };

    public static Fault? LevelFault(RegisterKind kind, string? level) => kind.Levels.Count == 0 && level is null
        || kind.Levels.Any(known => known.Code == level)
            ? null
            : Fault.At("/level", "register-level-unknown", level ?? "—", kind.Levels.Count == 0 ? "—" : string.Join(", ", kind.Levels.Select(known => known.Code)));

    public static Fault? Reversed(LocalDate from, LocalDate? until) => until < from ? Fault.At("/until", "until-before-from", until.Value, from) : null;

    public static LocalDate? LastDay(InstitutionContext context, string kind, LocalDate from) => context.Programme.FindRegisterKind(kind)?.LastDayFrom(from);
}
