namespace Ledger.Domain.Programme.Validation;

/// <summary>The rules by which notices are drawn up and figures are questioned.</summary>
internal static class RuleChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document) =>
        [.. OfNotices(document).Concat(OfChecks(document.Checks)).Concat(OfFindings(document.Findings)).Concat(OfTasks(document.TaskRules))
            .Concat(OfConference(document.Conference, document)).OfType<Fault>()];

    private static IEnumerable<Fault?> OfNotices(ProgrammeDocument document)
    {
        var rules = document.Notices;
        var ranked = rules.Measures.Count(measure => measure.Kind != NoticeMeasureKind.LeagueCount);
        yield return Codes.Between("/notices/percentPlaces", rules.PercentPlaces, 0, SeriesChecks.MostPlaces);
        yield return Codes.Between("/notices/sharePlaces", rules.SharePlaces, 0, SeriesChecks.MostPlaces);
        yield return Codes.Between("/notices/countPlaces", rules.CountPlaces, 0, SeriesChecks.MostPlaces);
        yield return Codes.Between("/notices/targetPlaces", rules.TargetPlaces, 0, SeriesChecks.MostPlaces);
        yield return Codes.Between("/notices/redFirstPlaces", rules.RedFirstPlaces, 1, Math.Max(1, ranked));
        yield return Codes.Between("/notices/blackLagPoints", rules.BlackLagPoints, 0, 100);
        if (!IsSign(rules.NumberSign))
            yield return Fault.At("/notices/numberSign", "number-sign-malformed", rules.NumberSign);
        var organisations = document.Organisations.Select(organisation => organisation.Code).ToHashSet();
        foreach (var unknown in Codes.Known("/notices/paper/copiedTo", rules.Paper.CopiedTo, organisations))
            yield return unknown;
        var seen = new HashSet<(string, NoticeMeasureKind)>();
        foreach (var (index, measure) in rules.Measures.Index())
        {
            if (!seen.Add((measure.Subject, measure.Kind)))
                yield return Fault.At($"/notices/measures/{index}", "measure-duplicated", measure.Subject);
            if (!CanShow(measure, document))
                yield return Fault.At($"/notices/measures/{index}/subject", "measure-unlike-subject", measure.Subject);
        }
    }

    /// <summary>Letters alone, or the year and the ordinal after it could not be told apart from it.</summary>
    private static bool IsSign(string sign) => sign.Length is > 0 and <= 20 && sign.All(char.IsLetter);

    /// <summary>A table can only be drawn of a subject that has what it shows.</summary>
    private static bool CanShow(NoticeMeasure measure, ProgrammeDocument document)
    {
        var indicator = document.Indicators.FirstOrDefault(entry => entry.Code == measure.Subject);
        return measure.Kind switch
        {
            NoticeMeasureKind.Growth => document.Series.Any(series => series.Code == measure.Subject && series.Quarterly == Demand.Required),
            NoticeMeasureKind.Trajectory => indicator?.Trajectory.Kind is TrajectoryKind.LinearFromBaseline or TrajectoryKind.LinearFromZero,
            NoticeMeasureKind.YearPlan => indicator?.Trajectory.Kind is TrajectoryKind.Growth or TrajectoryKind.EachYear,
            NoticeMeasureKind.LeagueCount => indicator?.Trajectory.Kind == TrajectoryKind.EachYear,
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };
    }

    private static IEnumerable<Fault?> OfChecks(CheckRules rules) =>
    [
        Codes.Between("/checks/robustZ", rules.RobustZ, 0.1m, 100),
        Codes.Between("/checks/minHistory", rules.MinHistory, 3, 100),
        Codes.Between("/checks/jumpPercent", rules.JumpPercent, 0.1m, 10_000),
        Codes.Between("/checks/smallCount", rules.SmallCount, 0, 10_000),
    ];

    private static IEnumerable<Fault?> OfFindings(FindingRules rules) =>
    [
        Codes.Between("/findings/backdatedDays", rules.BackdatedDays, 0, 3_650),
        Codes.Between("/findings/clusterEntries", rules.ClusterEntries, 2, 10_000),
        Codes.Between("/findings/clusterMinutes", rules.ClusterMinutes, 1, 10_080),
        Codes.Between("/findings/beforeCutDays", rules.BeforeCutDays, 0, 90),
        Codes.Between("/findings/edgeSteps", rules.EdgeSteps, 1, 1_000),
        Codes.Between("/findings/officerCorrections", rules.OfficerCorrections, 2, 1_000),
        Codes.Between("/findings/officerDays", rules.OfficerDays, 1, 3_650),
        Codes.Between("/findings/digitValues", rules.DigitValues, 50, 100_000),
        Codes.Between("/findings/digitChiSquare", rules.DigitChiSquare, 1, 1_000),
        Codes.Between("/findings/equalValues", rules.EqualValues, 2, 100),
    ];

    private static IEnumerable<Fault?> OfTasks(TaskRules rules) =>
    [
        Codes.Between("/taskRules/dueDays", rules.DueDays, 0, 90),
        Codes.Between("/taskRules/behindQuarters", rules.BehindQuarters, 1, 20),
        Codes.Between("/taskRules/silentQuarters", rules.SilentQuarters, 1, 20),
    ];

    private static IEnumerable<Fault?> OfConference(ConferenceRules rules, ProgrammeDocument document) =>
    [
        Codes.Known("/conference/office", rules.Office, document.Organisations.Select(organisation => organisation.Code).ToHashSet()),
        Codes.Between("/conference/quorumPercent", rules.QuorumPercent, 0, 99),
        Codes.Between("/conference/majorityPercent", rules.MajorityPercent, 0, 99),
    ];
}
