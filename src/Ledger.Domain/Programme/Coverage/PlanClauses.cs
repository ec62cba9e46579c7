namespace Ledger.Domain.Programme.Coverage;

/// <summary>All clauses of the goals, the tasks and the safeguards (三, 四, 五), in the plan's order, with what the plan keeps silent about.</summary>
public static class PlanClauses
{
    /// <summary>Where the goals begin; what stands before is context.</summary>
    private const int FirstSection = 3;

    private const string Attached = "附";

    private const string Numerals = "一二三四五六七八九十";

    public static IReadOnlyList<PlanClause> Of(ProgrammeDocument programme) =>
    [
        .. new[]
            {
                Chapeaus(programme), programme.Tasks.Concat(programme.Safeguards).SelectMany(task => OfTask(programme, task)), Goals(programme),
                Targets(programme), Outcomes(programme), Requirements(programme), Silences(programme),
            }
            .SelectMany(clauses => clauses)
            .Where(clause => Place(clause.Section).Chapter >= FirstSection)
            .OrderBy(clause => Place(clause.Section)).ThenBy(clause => clause.Kind),
    ];

    private static IEnumerable<PlanClause> Chapeaus(ProgrammeDocument programme) =>
        from passage in programme.Source.Passages
        select new PlanClause(passage.Section, passage.Section, ClauseKind.Chapeau, passage.Text, passage.Title)
        {
            Tasks = [.. from task in programme.Tasks where IsWithin(task.Section, passage.Section) select task.Id],
            Indicators = [.. from indicator in programme.Indicators where IsWithin(indicator.Section, passage.Section) select indicator.Code],
            Zones = [.. from zone in programme.Zones where passage.Text.Contains(zone.Goal, StringComparison.Ordinal) select zone.Code],
        };

    private static IEnumerable<PlanClause> OfTask(ProgrammeDocument programme, KeyTask task)
    {
        var isSafeguard = programme.Safeguards.Contains(task);
        yield return new(task.Id, task.Section, isSafeguard ? ClauseKind.Safeguard : ClauseKind.Task, task.Text, task.Title) { Tasks = [task.Id] };
        foreach (var (index, deliverable) in task.Deliverables.Index())
        {
            var text = index < task.DeliverableClauses.Count ? task.DeliverableClauses[index] : task.Text;
            yield return new(FormattableString.Invariant($"{task.Id}.d{index + 1}"), task.Section, ClauseKind.Deliverable, text, deliverable)
            {
                Tasks = [task.Id],
                Indicators = [.. from code in task.Indicators where IsAbout(programme.FindIndicator(code)!, text) select code],
                Requirements = RequirementsIn(programme, task, text),
            };
        }

        foreach (var unit in task.Units)
        {
            var named = programme.Organisations.FirstOrDefault(organisation => organisation.Code == unit && organisation.PlanWords is not null);
            yield return new($"{task.Id}.{unit}", task.Section, ClauseKind.ResponsibleUnit, named?.PlanWords ?? task.UnitsText, named?.Name)
            {
                Tasks = [task.Id],
                Unit = unit,
            };
        }
    }

    private static IEnumerable<PlanClause> Goals(ProgrammeDocument programme) =>
        from zone in programme.Zones
        let section = programme.Source.Passages.FirstOrDefault(passage => passage.Text.Contains(zone.Goal, StringComparison.Ordinal))?.Section ?? "三"
        select new PlanClause($"{section}.{zone.Code}", section, ClauseKind.ZoneGoal, zone.Goal, zone.Name) { Zones = [zone.Code] };

    private static IEnumerable<PlanClause> Targets(ProgrammeDocument programme) =>
        from indicator in programme.Indicators
        select new PlanClause(indicator.Id, indicator.Section, ClauseKind.Target, indicator.Clause, indicator.Name) { Indicators = [indicator.Code] };

    private static IEnumerable<PlanClause> Outcomes(ProgrammeDocument programme) =>
        from outcome in programme.Outcomes.Index()
        select new PlanClause(
            FormattableString.Invariant($"O{outcome.Index + 1}"), outcome.Item.Section, ClauseKind.Outcome, outcome.Item.Text, outcome.Item.Gloss)
        {
            Tasks = outcome.Item.Tasks,
            Indicators = outcome.Item.Indicators,
        };

    /// <summary>They stand in the safeguard whose words they are.</summary>
    private static IEnumerable<PlanClause> Requirements(ProgrammeDocument programme) =>
        from requirement in programme.Requirements
        let safeguard = programme.Safeguards.FirstOrDefault(each => each.Text.Contains(requirement.Phrase, StringComparison.Ordinal))
        select new PlanClause(requirement.Id, safeguard?.Section ?? "五", ClauseKind.Requirement, requirement.Phrase, requirement.Meaning)
        {
            Requirements = [requirement.Id],
        };

    private static IEnumerable<PlanClause> Silences(ProgrammeDocument programme) =>
        programme.Source.Silences.Index().Select(silence => new PlanClause(
            FormattableString.Invariant($"silence-{silence.Index + 1}"), silence.Item.Section, ClauseKind.Silence, silence.Item.Text, silence.Item.Note)
        {
            Tasks = [.. from task in programme.Tasks.Concat(programme.Safeguards) where task.Section == silence.Item.Section select task.Id],
            Indicators = [.. from indicator in programme.Indicators where indicator.Clause.Contains(silence.Item.Text, StringComparison.Ordinal) select indicator.Code],
            Zones = [.. from zone in programme.Zones where zone.Goal.Contains(silence.Item.Text, StringComparison.Ordinal) select zone.Code],
            Requirements =
            [
                .. from requirement in programme.Requirements
                   where requirement.Phrase.Contains(silence.Item.Text, StringComparison.Ordinal)
                   select requirement.Id,
            ],
        })
        .Concat(programme.Source.Attachments.Index().Select(attachment => new PlanClause(
            FormattableString.Invariant($"attachment-{attachment.Index + 1}"), Attached, ClauseKind.Silence, attachment.Item.Text, attachment.Item.Note)));

    private static string[] RequirementsIn(ProgrammeDocument programme, KeyTask task, string text) =>
    [
        .. from requirement in programme.Requirements
           where task.Text.Contains(requirement.Phrase, StringComparison.Ordinal)
           where text.Contains(requirement.Phrase, StringComparison.Ordinal)
           select requirement.Id,
    ];

    private static bool IsAbout(Indicator indicator, string text) =>
        indicator.Clause.Contains(text, StringComparison.Ordinal) || text.Contains(indicator.Clause, StringComparison.Ordinal);

    private static bool IsWithin(string section, string around) => section == around || section.StartsWith($"{around}(", StringComparison.Ordinal)
        || (section.StartsWith(around, StringComparison.Ordinal) && char.IsAsciiDigit(section[around.Length]));

    /// <summary>四(二)3 is chapter 4, part 2, item 3; an attachment comes last.</summary>
    private static (int Chapter, int Part, int Item) Place(string section)
    {
        if (section == Attached)
            return (int.MaxValue, 0, 0);
        var part = section.IndexOf('(', StringComparison.Ordinal);
        var digits = section.AsSpan(section.LastIndexOf(')') + 1);
        return (
            Numerals.IndexOf(section[0], StringComparison.Ordinal) + 1,
            part < 0 ? 0 : Numerals.IndexOf(section[part + 1], StringComparison.Ordinal) + 1,
            part >= 0 && int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var item) ? item : 0);
    }
}
