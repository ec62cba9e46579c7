using System.Globalization;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Committee;
using NodaTime.Text;

namespace Ledger.Api.Sample;

/// <summary>The annual assessments of the sample: the ballots of the table, and what else happened in each year.</summary>
internal static class SampleAssessments
{
    /// <summary>Stands at the end of every member's reason.</summary>
    private const string Label = "（示例）";

    /// <summary>In the order of a day's work: a year's ballots are cast before voting closes.</summary>
    /// <param name="papers">By the name of their file.</param>
    public static IEnumerable<SampleAct.OnAssessment> Acts(Func<string, Actor> actorOf, IReadOnlyDictionary<string, SamplePaper> papers)
    {
        var ballots = SampleFiles.Table("ballots.csv").Select(row => new SampleAct.OnAssessment(
            LocalDatePattern.Iso.Parse(row.Need("on")).Value, actorOf(row.Need("member")), Number(row.Need("year")),
            new CastBallot(
                row.Need("zone"), row.Need("criterion"), Number(row.Need("level")), row.Need("reason") + Label,
                [papers[row.Need("paper")].Sha256, .. row["reference"] is { } reference ? [reference] : Array.Empty<string>()],
                LocalDatePattern.Iso.Parse(row.Need("on")).Value)));
        var lines = SampleFiles.Json<IReadOnlyList<AssessmentLine>>("assessments.json").Select(line => new SampleAct.OnAssessment(
            line.On, actorOf(line.By), line.Year, line.Command(files => [.. files.Select(file => papers[file].Sha256)])));
        return [.. ballots, .. lines];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
