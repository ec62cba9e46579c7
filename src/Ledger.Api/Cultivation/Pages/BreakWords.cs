using Ledger.Api.Web;
using Ledger.Domain.Programme;

namespace Ledger.Api.Cultivation.Pages;

/// <summary>What a reader of a zone's series must know of a day.</summary>
public static class BreakWords
{
    public static string Say(this Break @break, ProgrammeDocument programme, ITexts texts)
    {
        return @break.Kind switch
        {
            BreakKind.Renamed => texts["break.renamed.said", @break.From, @break.FormerName!],
            BreakKind.Hosted => texts["break.hosted.said", @break.From, Government(@break.FormerHost, -1), Government(@break.Host, 0)],
            BreakKind.Left => texts["break.left.said", @break.From],
            _ => texts[
                @break.Kind == BreakKind.Merged ? "break.merged.said" : "break.split.said", @break.From,
                string.Join(texts["break.and"], @break.Zones.Select(zone => programme.ZoneNamedOn(zone, @break.From)?.ShortName.In(Texts.Language) ?? zone))],
        };

        object Government(string? code, int days) =>
            code is null ? texts["programme.zones.host-missing"] : (object?)programme.OrganisationName(code, @break.From.PlusDays(days)) ?? code;
}
}
