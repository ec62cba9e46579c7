using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;
using NodaTime.Text;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Sample;

/// <summary>Five years of five zones and four assessments, all invented: who did what, and when, from the plan's adoption on.</summary>
/// <remarks>The same acts in the same order every time it is read; nothing in it depends on a clock or on chance.</remarks>
public sealed class SampleStory
{
    private static readonly LocalDate InOfficeFrom = new(2021, 11, 8);
    private const string AppointedBy = "示例任命，姓名均為虛構。";

    private readonly Dictionary<string, SampleOfficer> officers;

    private SampleStory()
    {
        officers = new[] { SampleOfficer.Administrator }.Concat(SampleFiles.Json<IReadOnlyList<SampleOfficer>>("officers.json"))
            .ToDictionary(officer => officer.User);
        var papers = SampleFiles.Papers().ToDictionary(file => Path.GetFileName(file)!, SamplePaper.Read);
        Papers = [.. papers.Values];
        Acts = [.. Founding(), .. Ordered(Later(new SampleReturns(papers), papers))];
    }

    public static SampleStory Read() => new();

    public IReadOnlyList<SampleOfficer> Officers => [.. officers.Values];

    public IReadOnlyList<SamplePaper> Papers { get; }

    /// <summary>
    /// In the order in which they enter the ledger: the plan is adopted and officers are appointed, then everything by the date of its
    /// paper. Returns older than the plan come in afterwards under their own dates.
    /// </summary>
    public IReadOnlyList<SampleAct> Acts { get; }

    private IEnumerable<SampleAct> Founding()
    {
        yield return Appoint(SampleOfficer.Administrator, SampleProgramme.AdoptedOn);
        yield return Appoint(officers["stb"], SampleProgramme.AdoptedOn);
        yield return new SampleAct.Adopt(SampleProgramme.AdoptedOn, officers["stb"].Actor, SampleProgramme.Versions[0], Decision: null);
        foreach (var officer in officers.Values.Where(officer => officer.User is not ("admin" or "stb")))
            yield return Appoint(officer, InOfficeFrom);
    }

    private IEnumerable<SampleAct> Later(SampleReturns returns, IReadOnlyDictionary<string, SamplePaper> papers) =>
    [
        .. SampleConference.Acts(officers["stb"].Actor, papers),
        .. SampleProgramme.Versions.Skip(1).Select(version => new SampleAct.Adopt(
            version.On!.Value, officers["stb"].Actor, version, version == SampleProgramme.Allocated ? SampleConference.OnAllocation : null)),
        .. returns.Acts(
            zone => officers[zone.ToLowerInvariant()].Actor, officers["stat"].Actor, SampleProgramme.Calendar, SampleProgramme.AdoptedOn),
        .. SampleFiles.Table("notices.csv").Select(row => new SampleAct.Issue(
            LocalDatePattern.Iso.Parse(row.Need("issued")).Value, officers["stb"].Actor,
            Period.Parse(row.Need("period")), row.Need("document"))),
        .. SampleScheme.Versions(SampleProgramme.Conference)
            .Select(version => new SampleAct.AdoptTheScheme(version.On!.Value, officers["stb"].Actor, version)),
        .. SampleFiles.Json<IReadOnlyList<TaskLine>>("tasks.json").Concat(SampleFiles.Table("progress.csv").SelectMany(TaskLine.Progress)).Select(line => new SampleAct.OnTask(
            line.On, line.IsUnits ? officers[line.Unit.ToLowerInvariant()].Actor : officers["stb"].Actor, line.Task, line.Unit, line.Command)),
        .. SampleFiles.Json<IReadOnlyList<ZoneLine>>("zones.json").Select(line => new SampleAct.OnZone(
            line.On, line.IsZones ? officers[line.About!.ToLowerInvariant()].Actor : officers["stb"].Actor, line.About, line.Command(papers))),
        .. SampleAssessments.Acts(officer => officers[officer].Actor, papers),
        .. SampleFiles.Json<IReadOnlyList<InstitutionLine>>("institutions.json").SelectMany(line => line.Commands().Select(command =>
            new SampleAct.OnInstitution(InstitutionLine.On, officers["stb"].Actor, line.Code, command))),
    ];

    private static IEnumerable<SampleAct> Ordered(IEnumerable<SampleAct> acts) => acts.OrderBy(act => act.On).ThenBy(PlaceInTheDay);

    /// <summary>Papers of one day enter in the order of the work.</summary>
    private static int PlaceInTheDay(SampleAct act) => act switch
    {
        SampleAct.Appoint or SampleAct.Adopt or SampleAct.AdoptTheScheme => 0,
        SampleAct.OnReturn { Command: ReportFigures or WithdrawFigure } => 1,
        SampleAct.OnReturn { Command: SubmitReturn } => 2,
        SampleAct.OnReturn { Command: QueryFigure } => 3,
        SampleAct.OnReturn { Command: AnswerQuery } => 4,
        SampleAct.OnReturn { Command: SendBack or AcceptReturn } => 5,
        SampleAct.OnReturn { Command: RequestCorrection } => 6,
        SampleAct.OnReturn { Command: ApproveCorrection or RefuseCorrection } => 7,
        SampleAct.FallOverdue => 8,
        SampleAct.Issue => 9,
        SampleAct.OnTask or SampleAct.OnZone => 10,
        SampleAct.OnAssessment => 11,
        SampleAct.OnConference => 12,
        SampleAct.OnInstitution => 13,
        _ => throw new InvalidOperationException($"{act} has no place in the day."),
    };

    private static SampleAct.Appoint Appoint(SampleOfficer officer, LocalDate on) => new(
        on, SampleOfficer.Administrator.Actor,
        new AppointOfficer(officer.User, officer.Name, officer.Organisation, officer.Role, officer.Zone, AppointedBy, on));
}

/// <summary>Somebody in the sample; name and office are invented.</summary>
public sealed record SampleOfficer(string User, string Name, string Organisation, Role Role, string? Zone)
{
    /// <summary>The first officer of a ledger appoints themselves, at the machine; the others are appointed by them.</summary>
    public static SampleOfficer Administrator { get; } = new("admin", "高娃", "XLAGO", Role.Administrator, Zone: null);

    public Actor Actor => new(User, Organisation, Role, Zone);
}
