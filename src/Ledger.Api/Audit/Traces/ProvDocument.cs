using System.Text.Json.Nodes;

namespace Ledger.Api.Audit.Traces;

/// <summary>A document of the W3C PROV data model in its JSON form (PROV-JSON, W3C member submission of 24 April 2013).</summary>
/// <remarks>Every name is qualified: <c>ledger:</c> by the ledger, <c>prov:</c> and <c>xsd:</c> by the W3C. Relations have names of no meaning.</remarks>
/// <param name="Prefix">The namespaces.</param>
public sealed record ProvDocument(
    IReadOnlyDictionary<string, string> Prefix,
    IReadOnlyDictionary<string, JsonObject> Entity,
    IReadOnlyDictionary<string, JsonObject> Activity,
    IReadOnlyDictionary<string, JsonObject> Agent,
    IReadOnlyDictionary<string, JsonObject> WasGeneratedBy,
    IReadOnlyDictionary<string, JsonObject> Used,
    IReadOnlyDictionary<string, JsonObject> WasInformedBy,
    IReadOnlyDictionary<string, JsonObject> WasDerivedFrom,
    IReadOnlyDictionary<string, JsonObject> WasAttributedTo,
    IReadOnlyDictionary<string, JsonObject> WasAssociatedWith,
    IReadOnlyDictionary<string, JsonObject> ActedOnBehalfOf,
    IReadOnlyDictionary<string, JsonObject> SpecializationOf,
    IReadOnlyDictionary<string, JsonObject> HadMember);
