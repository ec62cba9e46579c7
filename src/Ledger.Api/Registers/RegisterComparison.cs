using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;
using Ledger.Domain.Registers;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Registers;

/// <summary>A zone's return beside the register, with every name behind every count. Every signed-in officer may read it.</summary>
public sealed class RegisterComparison(Register register, RegisterTallies tallies, Returns returns, Programmes programmes)
{
    /// <exception cref="RefusedRequestException">As a question about the return is refused.</exception>
    public async Task<RegisterDifferences> OfAsync(string zone, Period period, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        var view = await returns.ReturnAsync(zone, period, asOf.Position, asOf.KnownOn, cancellation);
        var counted = (await tallies.TalliesAsync(programme, [zone], period, asOf.Position, asOf.KnownOn, cancellation))
            .ToDictionary(tally => tally.Counting.Series.Code);
        var institutions = await register.InstitutionsAsync(
            [.. counted.Values.SelectMany(tally => tally.Codes.Concat(tally.Went)).Distinct()], asOf, cancellation);
        return new(
            zone, view.Name, period, period.End,
            [
                .. from counting in SeriesCounting.Of(programme, period)
                   let tally = counted.GetValueOrDefault(counting.Series.Code)
                   let line = view.Figures.FirstOrDefault(line => line.Series == counting.Series.Code)
                   let stated = line is { Status: not Domain.Reporting.FigureStatus.Withdrawn } ? line.Value : null
                   select new RegisterDifference(
                       counting.Series.Code, counting.Series.Name, counting.Mode, stated, tally?.Codes.Count,
                       tally is not null && stated is not null && stated != tally.Codes.Count,
                       Named(counting, tally?.Codes), Named(counting, tally?.Came), Named(counting, tally?.Went)),
            ]);

        IReadOnlyList<CountedInstitution> Named(SeriesCounting counting, IReadOnlyList<string>? codes) =>
            [.. (codes ?? []).Select(code => Counted(institutions[code], counting, period.End))];
    }

    private static CountedInstitution Counted(Institution institution, SeriesCounting counting, LocalDate day)
    {
        var recognition = institution.Recognitions
            .Where(known => known.Struck is null && counting.Kinds.Any(kind => kind.Kind == known.Kind && kind.Levels.Contains(known.Level ?? "")))
            .OrderBy(known => known.Holds(day)).ThenBy(known => known.From).Last();
        var view = RecognitionView.Of(recognition, day);
        return new(
            institution.Code, institution.NameOn(day)!, institution.ZoneOn(day), view.Kind, view.Level, view.Certificate, view.From, view.Until, view.Standing);
    }
}
