using System.Globalization;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Benchmarks;

/// <summary>Ten years of an invented enterprise, the same for the same number; decided by the Domain's own commands.</summary>
public static class InventedInstitution
{
    public const int FirstYear = 2016;
    public const int LastYear = 2025;

    private static readonly Actor Office = new("stb", "STB", Role.Secretary);
    private static readonly LocalDate Today = new(LastYear, 12, 31);
    private static readonly Dictionary<string, Institution> None = [];

    // Analyzers ask for a generator that cannot be foreseen; here it has to be.
#pragma warning disable CA5394
    public static (string StreamId, IReadOnlyList<InstitutionEvent> Events) Of(int number, ProgrammeDocument programme)
    {
        var random = new Random(number);
        var body = string.Create(CultureInfo.InvariantCulture, $"91152500{number:000000000}");
        var code = body + InstitutionCode.CheckCharacter(body);
        var (state, events) = (Institution.Stream(code).Initial, new List<InstitutionEvent>());
        var begun = new LocalDate(random.Next(FirstYear, FirstYear + 2), random.Next(1, 13), random.Next(1, 29));
        Take(new EnterInstitution($"示例企業{number}", Zone(), "示例名冊", On: begun));

        var acts = new List<(LocalDate On, Func<InstitutionCommand?> Act)>();
        if (random.Next(100) < 90)
            Terms("tech_sme", 1);
        if (random.Next(100) < 40)
            Terms("hte", 3);
        Sometimes(5, on => new GrantRecognition("gazelle", Level: null, on, "示例公告", On: on));
        Sometimes(3, on => new RenameInstitution($"示例新名企業{number}", "示例變更", on, on));
        Sometimes(5, on => new MoveInstitution(Zone(), "示例變更", on, on));
        Sometimes(3, on => state.Recognitions is [{ Ended: null } first, ..] && first.From < on ? new EndRecognition(1, RecognitionEnd.Withdrawn, "示例撤銷", on, on) : null);
        Sometimes(2, on => new CloseInstitution("示例註銷", on, on));
        foreach (var (on, act) in acts.OrderBy(one => one.On))
        {
            if (act() is { } command)
                Take(command with { On = on });
        }

        return (Institution.StreamId(code), events);

        string Zone() => programme.Zones[Math.Min(random.Next(programme.Zones.Count), random.Next(programme.Zones.Count))].Code;

        LocalDate Later() => begun.PlusDays(random.Next(1, Math.Max(2, NodaTime.Period.Between(begun, Today, PeriodUnits.Days).Days)));

        void Sometimes(int percent, Func<LocalDate, InstitutionCommand?> act)
        {
            if (random.Next(100) >= percent)
                return;
            var on = Later();
            acts.Add((on, () => act(on)));
        }

        void Terms(string kind, int years)
        {
            var from = begun.PlusDays(random.Next(1, 700));
            acts.Add((from, () => new GrantRecognition(kind, Level: null, from, "示例公告", string.Create(CultureInfo.InvariantCulture, $"GR{number:000000000}"))));
            for (var next = from.PlusYears(years); next <= Today && random.Next(100) < 90; next = next.PlusYears(years))
            {
                var day = next;
                acts.Add((day, () => state.Recognitions.Find(known => known.Kind == kind) is { Ended: null } known
                    ? new RenewRecognition(known.Number, day, "示例公告")
                    : null));
            }
        }

        // What is refused, such as whatever follows on a closing, did not happen.
        void Take(InstitutionCommand command)
        {
            foreach (var @event in command.Decide(state, new(programme, Office, Today, None)).Events)
            {
                events.Add(@event);
                state = state.After(@event);
            }
        }
    }
#pragma warning restore CA5394
}
