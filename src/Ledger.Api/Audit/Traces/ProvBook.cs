using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.Api.Web;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Audit.Traces;

/// <summary>Fills a <see cref="ProvDocument"/>: what is named twice is written once.</summary>
internal sealed class ProvBook
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["ledger"] = "urn:ledger:",
        ["prov"] = "http://www.w3.org/ns/prov#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    private readonly Dictionary<string, JsonObject> entities = [];
    private readonly Dictionary<string, JsonObject> activities = [];
    private readonly Dictionary<string, JsonObject> agents = [];
    private readonly Relations generated = new();
    private readonly Relations used = new();
    private readonly Relations informed = new();
    private readonly Relations derived = new();
    private readonly Relations attributed = new();
    private readonly Relations associated = new();
    private readonly Relations delegated = new();
    private readonly Relations specialized = new();
    private readonly Relations members = new();

    public ProvDocument Document => new(
        Prefixes, entities, activities, agents, generated.All("gen"), used.All("use"), informed.All("inf"), derived.All("der"),
        attributed.All("att"), associated.All("ass"), delegated.All("del"), specialized.All("spe"), members.All("mem"));

    /// <summary>A name in the ledger's namespace, fit for PROV's own notations: what they do not allow is percent-encoded.</summary>
    public static string Named(string name)
    {
        var qualified = new StringBuilder("ledger:");
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (rune.IsAscii && "_-./~#@".Contains((char)rune.Value, StringComparison.Ordinal)))
                qualified.Append(rune.ToString());
            else
                qualified.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return qualified.ToString();
    }

    public static JsonNode Name(string qualified) => Literal(qualified, "prov:QUALIFIED_NAME");

    public static JsonNode Whole(long number) => Literal(number.ToString(CultureInfo.InvariantCulture), "xsd:long");

    public static JsonNode Exact(decimal number) => Literal(number.ToString(CultureInfo.InvariantCulture), "xsd:decimal");

    public static JsonNode Day(LocalDate date) => Literal(LocalDatePattern.Iso.Format(date), "xsd:date");

    /// <summary>Words in the reader's language.</summary>
    public static JsonNode Words(string text) => new JsonObject { ["$"] = text, ["lang"] = Texts.CultureOf(Texts.Language).Name };

    public string Entity(string name, string type, string label, params IEnumerable<(string Name, JsonNode? Value)> attributes) =>
        Add(entities, name, Named(type), label, attributes);

    /// <summary>An event of the ledger, at the moment at which it was recorded.</summary>
    /// <param name="at">Null: it has no time of its own.</param>
    public string Activity(string name, string type, string label, Instant? at, params IEnumerable<(string Name, JsonNode? Value)> attributes)
    {
        var time = at is { } instant ? Time(instant) : null;
        return Add(activities, name, Named(type), label, [("prov:startTime", time), ("prov:endTime", time), .. attributes]);
    }

    /// <param name="type">One of PROV's own: <c>prov:Person</c>, <c>prov:Organization</c>, <c>prov:SoftwareAgent</c>.</param>
    public string Agent(string name, string type, string label) => Add(agents, name, type, label, []);

    public void Generated(string entity, string activity, Instant? at) =>
        generated.Add(("prov:entity", entity), ("prov:activity", activity), ("prov:time", at is { } instant ? Time(instant) : null));

    public void Used(string activity, string entity) => used.Add(("prov:activity", activity), ("prov:entity", entity));

    /// <summary>The later activity rests on what the earlier one did.</summary>
    public void Informed(string later, string earlier) => informed.Add(("prov:informed", later), ("prov:informant", earlier));

    public void Derived(string entity, string from, string? by = null) =>
        derived.Add(("prov:generatedEntity", entity), ("prov:usedEntity", from), ("prov:activity", by));

    public void Revised(string entity, string before) =>
        derived.Add(("prov:generatedEntity", entity), ("prov:usedEntity", before), ("prov:type", Name("prov:Revision")));

    public void Attributed(string entity, string agent) => attributed.Add(("prov:entity", entity), ("prov:agent", agent));

    public void Associated(string activity, string agent) => associated.Add(("prov:activity", activity), ("prov:agent", agent));

    public void OnBehalf(string delegating, string responsible, string activity) =>
        delegated.Add(("prov:delegate", delegating), ("prov:responsible", responsible), ("prov:activity", activity));

    public void Specialized(string specific, string general) =>
        specialized.Add(("prov:specificEntity", specific), ("prov:generalEntity", general));

    public void Member(string collection, string entity) => members.Add(("prov:collection", collection), ("prov:entity", entity));

    private static string Add(
        Dictionary<string, JsonObject> things, string name, string type, string label, IEnumerable<(string Name, JsonNode? Value)> attributes)
    {
        var qualified = Named(name);
        if (things.ContainsKey(qualified))
            return qualified;
        var thing = new JsonObject { ["prov:type"] = Name(type), ["prov:label"] = Words(label) };
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                thing[attribute] = value;
        }

        things.Add(qualified, thing);
        return qualified;
    }

    private static string Time(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static JsonObject Literal(string value, string type) => new() { ["$"] = value, ["type"] = type };

    /// <summary>Statements of one kind, the same one once.</summary>
    private sealed class Relations
    {
        private readonly List<JsonObject> all = [];
        private readonly HashSet<string> known = [];

        public void Add(params IEnumerable<(string Name, JsonNode? Value)> parts)
        {
            var relation = new JsonObject(parts.Where(part => part.Value is not null).Select(part => new KeyValuePair<string, JsonNode?>(part.Name, part.Value)));
            if (known.Add(relation.ToJsonString()))
                all.Add(relation);
        }

        public Dictionary<string, JsonObject> All(string kind) =>
            all.Index().ToDictionary(each => $"_:{kind}{each.Index + 1}", each => each.Item);
    }
}
