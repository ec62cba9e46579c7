using Ledger.Api.Access;
using Ledger.Api.Web.Http;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Assessment;

/// <summary>Assessment schemes over HTTP.</summary>
public static class SchemeEndpoints
{
    public static void MapSchemes(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/schemes").WithTags("Assessment");
        group.MapGet("", ListAsync)
            .Answers<IReadOnlyList<SchemeLine>>("Every scheme with its versions and the years they are for");
        group.MapGet("/{id}/versions/{number:int}", VersionAsync)
            .Answers<SchemeVersion>("A version whole: the scheme as data, who adopted it, and what a supersession did", StatusCodes.Status404NotFound);
        group.MapPost("", AdoptAsync)
            .Records("The secretary adopts a version, from a year on; refused with every fault listed. One whose year has begun needs a supersession");
        group.MapPost("/effect", EffectAsync)
            .Answers<SchemeEffectShown>(
                "What a scheme would do to the years it touches, and the hash that a supersession confirms; records nothing",
                StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IReadOnlyList<SchemeLine>> ListAsync(
        Schemes schemes, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var lines = new List<SchemeLine>();
        foreach (var history in await schemes.AllAsync(asOf.Position, cancellation))
        {
            var versions = new List<SchemeVersionLine>();
            foreach (var adopted in history.Versions)
            {
                var version = await schemes.ReadableAsync(adopted, http.User.ToActor(), asOf.Position, cancellation);
                versions.Add(new(
                    version.Number, version.FromYear, version.Basis, version.Reason, version.Effect, version.On, version.Provenance.Position));
            }

            lines.Add(new(history.Id, versions));
        }

        return lines;
    }

    private static async Task<SchemeVersion> VersionAsync(
        string id, int number, Schemes schemes, AsOf asOf, HttpContext http, CancellationToken cancellation)
    {
        var version = await schemes.VersionAsync(id, number, asOf.Position, cancellation);
        http.Response.SetStreamVersion(number);
        return await schemes.ReadableAsync(version, http.User.ToActor(), asOf.Position, cancellation);
    }

    private static async Task<IResult> AdoptAsync(
        AdoptScheme body, WriteRequest write, SchemeActs acts, CancellationToken cancellation) =>
        (await acts.AdoptAsync(body, write.Context, cancellation)).ToHttp();

    private static Task<SchemeEffectShown> EffectAsync(
        EffectRequest body, SchemeActs acts, HttpContext http, CancellationToken cancellation) =>
        acts.EffectAsync(body.Scheme, body.FromYear, http.User.ToActor(), cancellation);

    public sealed record EffectRequest(AssessmentScheme Scheme, int FromYear);
}

public sealed record SchemeLine(string Id, IReadOnlyList<SchemeVersionLine> Versions);

/// <summary>A version without the scheme itself.</summary>
/// <param name="Reason">Why it was put in another's place during its year; null where it was adopted in time.</param>
/// <param name="Effect">Of the years whose results the caller may read.</param>
/// <param name="Position">Of its own event.</param>
public sealed record SchemeVersionLine(
    int Number, int FromYear, Basis Basis, string? Reason, IReadOnlyList<SchemeEffect> Effect, LocalDate On, long Position);
