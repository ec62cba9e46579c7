using System.Globalization;
using Ledger.Api.Web;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Scoring;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Assessment;

/// <summary>A zone's published result as another assessment takes it over. The plan gives it no weight there, so whoever takes it over sets one.</summary>
/// <param name="Weight">In per cent; null: not set.</param>
/// <param name="Contribution">Score × weight ÷ 100, to two places; null where no weight is set.</param>
/// <param name="Hash">Of the result, by which it is checked.</param>
public sealed record ZoneExport(
    int Year, int Edition, LocalDate PublishedOn, string Zone, string Scheme, int SchemeVersion,
    decimal? Score, decimal OutOf, int? Place, int? TrackPlace, string? Grade, bool IsAwardBarred, IReadOnlyList<string> Vetoes,
    decimal? Weight, decimal? Contribution, string Hash)
{
    public static ZoneExport Of(Scorecards published, ZoneScore score, decimal? weight, LocalDate publishedOn)
    {
        var scheme = published.Content.Scheme;
        return new(
            published.Content.Year, published.Edition, publishedOn, score.Zone, scheme.Id, scheme.Version,
            score.Final, scheme.OutOf, score.Place?.Number, score.TrackPlace?.Number, score.Grade, score.IsAwardBarred,
            [.. score.Vetoes.Select(veto => veto.Id)],
            weight, weight is null ? null : (score.Exact * weight / 100)?.Round(2), published.Hash);
    }

    /// <summary>RFC 4180: a line of names and one of values, in UTF-8.</summary>
    public string ToCsv()
    {
        (string Name, object? Value)[] fields =
        [
            ("year", Year), ("edition", Edition), ("published_on", LocalDatePattern.Iso.Format(PublishedOn)), ("zone", Zone),
            ("scheme", Scheme), ("scheme_version", SchemeVersion), ("score", Score), ("out_of", OutOf), ("place", Place),
            ("track_place", TrackPlace), ("grade", Grade), ("award_barred", IsAwardBarred ? "true" : "false"), ("vetoes", string.Join(' ', Vetoes)),
            ("weight", Weight), ("contribution", Contribution), ("hash", Hash),
        ];
        return Csv.Line(fields.Select(field => field.Name))
            + Csv.Line(fields.Select(field => Convert.ToString(field.Value, CultureInfo.InvariantCulture) ?? ""));
    }
}
