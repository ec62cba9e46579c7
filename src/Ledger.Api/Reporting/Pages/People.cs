using Ledger.Api.Access;
using Ledger.Api.Web;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Reporting.Pages;

/// <summary>Officers and organisations by the names they bore.</summary>
public sealed class People(IEnumerable<OfficerStanding> officers, ProgrammeDocument programme)
{
    private readonly Dictionary<string, string> names = officers.ToDictionary(standing => standing.Officer.User, standing => standing.Officer.Name);

    /// <summary>The officer's own name, and the organisation's on that day.</summary>
    public string NameOf(string officer, string organisation, LocalDate on) =>
        $"{NameOf(officer)} · {OrganisationOf(organisation, on)}";

    /// <summary>The officer's own name.</summary>
    public string NameOf(string officer) => names.GetValueOrDefault(officer, officer);

    public string NameOf(Actor actor, LocalDate on) => NameOf(actor.Officer, actor.Organisation, on);

    public string OrganisationOf(string organisation, LocalDate on) =>
        programme.OrganisationName(organisation, on)?.In(Texts.Language) ?? organisation;
}
