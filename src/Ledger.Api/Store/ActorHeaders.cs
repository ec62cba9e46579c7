using System.Text.Json;
using Ledger.Domain.Access;

namespace Ledger.Api.Store;

/// <summary>Who acted, as an event's metadata: the officer as its user, the rest as headers.</summary>
public static class ActorHeaders
{
    public static string Json(Actor actor) =>
        JsonSerializer.Serialize(Of(actor).ToDictionary(header => header.Name, header => header.Value), LedgerJson.Options);

    /// <summary>What of the actor stands in the headers.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Actor actor)
    {
        yield return ("organisation", actor.Organisation);
        yield return ("role", JsonNamingPolicy.SnakeCaseLower.ConvertName(actor.Role.ToString()));
        if (actor.Zone is not null)
            yield return ("zone", actor.Zone);
    }

    public static Actor Read(string officer, string headers)
    {
        using var document = JsonDocument.Parse(headers);
        var root = document.RootElement;
        return new Actor(
            officer,
            root.GetProperty("organisation").GetString()!,
            root.GetProperty("role").Deserialize<Role>(LedgerJson.Options),
            root.TryGetProperty("zone", out var zone) ? zone.GetString() : null);
    }
}
