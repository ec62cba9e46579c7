using Ledger.Api.Web;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.KeyTasks.Pages;

/// <summary>Zones and responsible units by the names they bore on a day.</summary>
public static class UnitNames
{
    public static string UnitName(this ProgrammeDocument programme, string unit, LocalDate on) =>
        (programme.FindZone(unit)?.ShortName ?? programme.OrganisationName(unit, on))?.In(Texts.Language) ?? unit;
}
