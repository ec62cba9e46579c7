using System.Globalization;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using NodaTime.Text;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Sample;

/// <summary>The returns of the sample: what the tables say of each, and what else happened to it.</summary>
internal sealed class SampleReturns
{
    /// <summary>Stands at the head of every figure's note.</summary>
    public const string Label = "示例數據。";

    private readonly IReadOnlyDictionary<string, SamplePaper> papers;
    private readonly ILookup<(string Zone, Period Period), Explanation> explanations;
    private readonly Dictionary<(string Zone, Period Period, string Series), Remark> remarks;
    private readonly Dictionary<string, IReadOnlyList<Signatory>> signatories =
        SampleFiles.Json<Dictionary<string, IReadOnlyList<Signatory>>>("signatories.json");

    /// <param name="papers">By the name of their file.</param>
    public SampleReturns(IReadOnlyDictionary<string, SamplePaper> papers)
    {
        this.papers = papers;
        explanations = SampleFiles.Table("explanations.csv").ToLookup(
            row => (row.Need("zone"), Period.Parse(row.Need("period"))),
            row => new Explanation(row.Need("check"), row.Need("text")));
        remarks = SampleFiles.Table("remarks.csv").ToDictionary(
            row => (row.Need("zone"), Period.Parse(row.Need("period")), row.Need("series")),
            row => new Remark(row.Need("note"), row["paper"]));
    }

    /// <summary>Those of one return in the order in which they follow each other; returns in the order of the tables.</summary>
    /// <param name="calendar">With every deadline that came to be moved.</param>
    /// <param name="adoptedOn">The day of the plan; papers older than that come in after it.</param>
    public IEnumerable<SampleAct> Acts(Func<string, Actor> reporterOf, Actor reviewer, ReportingCalendar calendar, LocalDate adoptedOn)
    {
        var lines = SampleFiles.Json<IReadOnlyList<StoryLine>>("acts.json");
        var stated = SampleFiles.Table("quarters.csv").Concat(SampleFiles.Table("years.csv")).Select(Stated.Of).ToList();
        return
        [
            .. stated.SelectMany(Ordinary),
            .. lines.Select(line => new SampleAct.OnReturn(
                line.On, line.ByBureau ? reviewer : reporterOf(line.Zone), line.Zone, line.Period, line.Command(this))),
            .. Overdue(stated, calendar),
        ];

        IEnumerable<SampleAct> Ordinary(Stated paper)
        {
            var reporter = reporterOf(paper.Zone);
            var label = paper.ReportedOn < adoptedOn ? Label + "方案印發前的舊報表，按原件補錄。" : Label;
            yield return new SampleAct.OnReturn(paper.ReportedOn, reporter, paper.Zone, paper.Period, new ReportFigures(
                [.. paper.Values.Select(value => Line(paper, value.Series, value.Value, label))], Reason: null, paper.ReportedOn));
            yield return new SampleAct.OnReturn(
                paper.SubmittedOn, reporter, paper.Zone, paper.Period, Submission(paper.Zone, paper.Period, paper.SubmittedOn, settled: []));
            if (paper.AcceptedOn is { } acceptedOn)
                yield return new SampleAct.OnReturn(acceptedOn, reviewer, paper.Zone, paper.Period, new AcceptReturn(acceptedOn));
        }
    }

    public SubmitReturn Submission(string zone, Period period, LocalDate on, IReadOnlyList<string> settled) =>
        new(signatories[zone], [.. explanations[(zone, period)].Where(explanation => !settled.Contains(explanation.Check))], on);

    public FigureLine Line(string series, decimal value, string? note, IReadOnlyList<string> files) =>
        new(series, value, Label + note, Hashes(files));

    public IReadOnlyList<string> Hashes(IReadOnlyList<string> files) => [.. files.Select(file => papers[file].Sha256)];

    private FigureLine Line(Stated paper, string series, decimal value, string label)
    {
        var remark = remarks.GetValueOrDefault((paper.Zone, paper.Period, series));
        return new(series, value, label + remark?.Note, remark?.Paper is { } file ? Hashes([file]) : []);
    }

    /// <summary>Every return that was not submitted when its deadline passed, those never submitted included.</summary>
    private IEnumerable<SampleAct> Overdue(List<Stated> stated, ReportingCalendar calendar)
    {
        var submitted = stated.ToDictionary(paper => (paper.Zone, paper.Period), paper => paper.SubmittedOn);
        return
            from period in stated.Select(paper => paper.Period).Distinct()
            from zone in signatories.Keys
            let dueOn = calendar.DueOn(period)
            where !submitted.TryGetValue((zone, period), out var day) || day > dueOn
            select new SampleAct.FallOverdue(dueOn, Actor.Clock, zone, period, calendar.DueAt(period));
    }

    private sealed record Remark(string Note, string? Paper);

    /// <summary>A row of the tables: a return as it was first stated.</summary>
    private sealed record Stated(
        string Zone, Period Period, LocalDate ReportedOn, LocalDate SubmittedOn, LocalDate? AcceptedOn,
        IReadOnlyList<(string Series, decimal Value)> Values)
    {
        public static Stated Of(SampleFiles.TableRow row) => new(
            row.Need("zone"), Period.Parse(row.Need("period")),
            Date(row.Need("reported")), Date(row.Need("submitted")), row["accepted"] is { } accepted ? Date(accepted) : null,
            [
                .. row.ColumnsAfter("accepted")
                    .Where(series => row[series] is not null)
                    .Select(series => (series, decimal.Parse(row.Need(series), CultureInfo.InvariantCulture))),
            ]);
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
