using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Access;
using Ledger.Api.Programme.Coverage;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Programme;

/// <summary>The programme over HTTP: read by everyone who is signed in, adopted by the secretary.</summary>
public static class ProgrammeEndpoints
{
    public static void MapProgramme(this RouteGroupBuilder api)
    {
        var programme = api.MapGroup("/programme").WithTags("Programme");
        programme.MapGet("", InForceAsync)
            .Answers<ProgrammeDocument>("The programme in force, whole, headed by its version", StatusCodes.Status404NotFound);
        programme.MapGet("/versions", VersionsAsync)
            .Answers<IReadOnlyList<VersionAnswer>>("Each adoption or amendment with its basis and what it changed");
        programme.MapGet("/versions/{number:int}", VersionAsync)
            .Answers<WholeVersionAnswer>("One version with its whole document", StatusCodes.Status404NotFound);
        programme.MapGet("/coverage", CoverageAsync)
            .Answers<CoverageView>(
                "Every clause of the plan's goals, tasks and safeguards with what serves it and the latest fact; section, kind and state narrow it down",
                StatusCodes.Status404NotFound);
        programme.MapPost("/versions", AdoptAsync)
            .Records("The secretary adopts a whole new version; a faulty document is refused with every fault");
        programme.MapGet("/allocations", (Allocations allocations, AsOf asOf, CancellationToken cancellation) => allocations.BoardAsync(asOf, cancellation))
            .Answers<AllocationBoard>("How the league's targets are shared out to the zones, with each earlier allocation", StatusCodes.Status404NotFound);
        programme.MapPost("/allocations", AmendAllocationAsync)
            .Records("The secretary shares a target out anew, as a decision of the joint conference has it; the effect is confirmed by its hash");
        programme.MapPost("/allocations/effect", TryAllocationAsync)
            .Answers<AllocationEffectShown>(
                "What an allocation would do to each zone's target and attainment; records nothing", StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        programme.MapGet("/conflicts", (Allocations allocations, AsOf asOf, CancellationToken cancellation) => allocations.ConflictsAsync(asOf, cancellation))
            .Answers<ConflictBoard>("Where the plan says things that do not go together, side by side", StatusCodes.Status404NotFound);
    }

    /// <summary>The document's own members, after those that say which version it is.</summary>
    private static async Task<JsonObject> InForceAsync(
        Programmes programmes, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var version = await programmes.InForceAsync(asOf.Position, cancellation);
        http.Response.SetStreamVersion(version.Number);
        var head = JsonSerializer.SerializeToNode(
            new { Version = version.Number, version.On, version.Basis, version.Provenance.Position }, LedgerJson.Options)!.AsObject();
        var document = JsonSerializer.SerializeToNode(version.Document, LedgerJson.Options)!.AsObject();
        return new JsonObject([.. head.Concat(document).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))]);
    }

    private static async Task<IReadOnlyList<VersionAnswer>> VersionsAsync(
        Programmes programmes, AsOf asOf, CancellationToken cancellation) =>
        [.. (await programmes.VersionsAsync(asOf.Position, cancellation)).Select(VersionAnswer.Of)];

    private static async Task<WholeVersionAnswer> VersionAsync(
        int number, Programmes programmes, AsOf asOf, CancellationToken cancellation)
    {
        var versions = await programmes.VersionsAsync(asOf.Position, cancellation);
        return number >= 1 && number <= versions.Count
            ? new(VersionAnswer.Of(versions[number - 1]), versions[number - 1].Document)
            : throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "programme-version-unknown", number, versions.Count));
    }

    private static Task<CoverageView> CoverageAsync(
        string? section, string? kind, string? state, PlanCoverage coverage, AsOf asOf, CancellationToken cancellation)
    {
        var (filter, faults) = CoverageFilter.Read(section, kind, state);
        return faults.Count > 0
            ? throw new RefusedRequestException(Refusal.OfFaults(RefusalKind.Malformed, "coverage-filter-faulty", faults))
            : coverage.OfAsync(filter, asOf, cancellation);
    }

    private static async Task<IResult> AdoptAsync(
        AdoptionRequest body, WriteRequest write, ProgrammeActs acts, CancellationToken cancellation) =>
        (await acts.AdoptAsync(
            new(body.Document, new(body.Basis.DocumentNumber, body.Basis.Date, body.Basis.Organ, body.Basis.Note), body.On),
            write.Context, cancellation)).ToHttp();

    private static async Task<IResult> AmendAllocationAsync(
        AllocationAmendment body, WriteRequest write, AllocationActs acts, CancellationToken cancellation) =>
        (await acts.AmendAsync(body with { Parts = body.Parts ?? new Dictionary<string, decimal>() }, write.Context, cancellation)).ToHttp();

    private static async Task<AllocationEffectShown> TryAllocationAsync(
        AllocationAmendment body, HttpContext http, AllocationActs acts, CancellationToken cancellation)
    {
        // Of what it is to rest on it is asked once it is to be recorded.
        var trial = await acts.TryAsync(body with { Parts = body.Parts ?? new Dictionary<string, decimal>() }, decision: null, http.User.ToActor(), cancellation);
        return trial.Refusal is { Code: not "decision-needed" } refusal ? throw new RefusedRequestException(refusal) : trial.Shown!;
    }
}

/// <param name="Document">The whole programme, as GET answers it; members it does not know are passed over.</param>
public sealed record AdoptionRequest(ProgrammeDocument Document, BasisRequest Basis, LocalDate? On = null);

/// <param name="DocumentNumber">Left out where the paper carries none.</param>
public sealed record BasisRequest(LocalDate Date, string Organ, string? DocumentNumber = null, string? Note = null);

/// <summary>An adoption or amendment: who, on which basis, and what it changed.</summary>
/// <param name="On">The paper's date of the act.</param>
/// <param name="Changes">Empty for the first version.</param>
/// <param name="Decision">Of the joint conference, on which it rests; null: it names none.</param>
public record VersionAnswer(
    int Version, LocalDate On, Basis Basis, string Officer, string Organisation, Instant RecordedAt, long Position,
    IReadOnlyList<Change> Changes, string? Decision)
{
    public static VersionAnswer Of(ProgrammeVersion version) => new(
        version.Number, version.On, version.Basis, version.Provenance.Actor.Officer, version.Provenance.Actor.Organisation,
        version.Provenance.RecordedAt, version.Provenance.Position, version.Changes, version.Provenance.Decision);
}

public sealed record WholeVersionAnswer : VersionAnswer
{
    public WholeVersionAnswer(VersionAnswer version, ProgrammeDocument document)
        : base(version) => Document = document;

    public ProgrammeDocument Document { get; }
}
