using Ledger.Domain.Notices;
using static Ledger.Domain.Audit.Comparison.AspectWords;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>What a quarter's notice would say: whose place, which target's verdict, who is listed, how tasks and register stand, what was decided.</summary>
public static class NoticeAspects
{
    private static readonly string[] Places = [Quantities.Rank, Quantities.GrowthRank];

    public static IEnumerable<KeyValuePair<Aspect, string>> Of(NoticeContent content)
    {
        return
        [
            .. from table in content.Tables
               from row in table.Rows
               from place in Places
               let value = table.Find(row, place)?.Value
               where value is not null
               select Is(MatterKind.Rank, $"{table.Subject}/{row.Zone}", place, Text(value.Value)),
            .. content.Targets.Select(target => Is(MatterKind.Verdict, target.Indicator, "verdict", target.Verdict.Word())),
            .. content.Red.Select(zone => Listed(zone, "red")),
            .. content.Black.Select(zone => Listed(zone, "black")),
            .. content.Tasks is { } tasks ? Of(tasks) : [],
            .. from line in content.Register?.Series ?? []
               from each in content.Zones.Zip(line.Cells)
               let value = each.Second.Value
               where value is not null
               select Is(MatterKind.RegisterDifference, $"{line.Series}/{each.First.Code}", "difference", Text(value.Value)),
            .. content.Decisions?.All.Select(decision => Is(MatterKind.NoticeDecision, decision.Reference, "outcome", decision.Outcome.Word())) ?? [],
            .. content.Decisions?.All.Select(decision => Is(MatterKind.NoticeDecision, decision.Reference, "text", decision.Text)) ?? [],
        ];

        KeyValuePair<Aspect, string> Listed(ListedZone zone, string list) =>
            Is(MatterKind.Listing, zone.Zone, list, string.Join(", ", zone.Reasons.Select(reason => reason.Code)));

        IEnumerable<KeyValuePair<Aspect, string>> Of(NoticeTasks section) =>
        [
            .. from row in section.Zones.Append(section.Total).Concat(section.Units)
               from counted in row.Cells()
               let value = counted.Value
               where value is not null
               select Is(MatterKind.TaskTally, row.Unit, counted.Id[(counted.Id.LastIndexOf('.') + 1)..], Text(value.Value)),
            .. section.Stalled.Select(part => Is(MatterKind.StalledTask, $"{part.Task}/{part.Unit}", "cause", part.Cause.Word())),
        ];

        KeyValuePair<Aspect, string> Is(MatterKind kind, string key, string name, string text) =>
            KeyValuePair.Create(new Aspect(kind, $"{content.Period}/{key}", name), text);
    }
}
