using System.Text.Json;
using Ledger.Domain.Access;
using Ledger.Domain;

namespace Ledger.Api.Store;

/// <summary>Who acted, and on what decision, as an event's metadata: the officer as its user, the rest as headers, which the log's leaf covers.</summary>
public static class EventHeaders
{
    public static string Json(Actor actor, string? decision) =>
        JsonSerializer.Serialize(Of(actor, decision).ToDictionary(header => header.Name, header => header.Value), LedgerJson.Options);

    /// <summary>What of it stands in the headers.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Actor actor, string? decision)
    {
        yield return ("organisation", actor.Organisation);
        yield return ("role", actor.Role.Word());
        if (actor.Zone is not null)
            yield return ("zone", actor.Zone);
        if (decision is not null)
            yield return ("decision", decision);
    }

    public static (Actor Actor, string? Decision) Read(string officer, string headers)
    {
        using var document = JsonDocument.Parse(headers);
        var root = document.RootElement;
        return (
            new(officer, root.GetProperty("organisation").GetString()!, root.GetProperty("role").Deserialize<Role>(LedgerJson.Options), Word("zone")),
            Word("decision"));

        string? Word(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
