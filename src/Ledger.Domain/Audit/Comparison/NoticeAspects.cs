using System.Globalization;
using System.Text.Json;
using Ledger.Domain.Notices;

namespace Ledger.Domain.Audit.Comparison;

/// <summary>What a quarter's notice would say: whose place, which target's verdict.</summary>
public static class NoticeAspects
{
    private static readonly string[] Places = [Quantities.Rank, Quantities.GrowthRank];

    public static IEnumerable<KeyValuePair<Aspect, string>> Of(NoticeContent content) =>
    [
        .. from table in content.Tables
           from row in table.Rows
           from place in Places
           let value = table.Find(row, place)?.Value
           where value is not null
           select KeyValuePair.Create(
               new Aspect(MatterKind.Rank, $"{content.Period}/{table.Subject}/{row.Zone}", place), value.Value.ToString(CultureInfo.InvariantCulture)),
        .. from target in content.Targets
           select KeyValuePair.Create(
               new Aspect(MatterKind.Verdict, $"{content.Period}/{target.Indicator}", "verdict"),
               JsonNamingPolicy.SnakeCaseLower.ConvertName(target.Verdict.ToString())),
    ];
}
