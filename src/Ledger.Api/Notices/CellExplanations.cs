using System.Text.Json.Serialization;
using Ledger.Api.Assessment;
using Ledger.Api.Measures;
using Ledger.Api.Notices.Paper;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices;

/// <summary>Walks from a printed number back to who stated each figure behind it.</summary>
public sealed class CellExplanations(
    QuarterlyNotices notices, ScorecardExplanations scorecards, Programmes programmes, Explanations explanations, LedgerReader reader, ITexts texts)
{
    // Readers walk through one notice number by number; what an issued edition rests on does not change, so the last one drawn is kept.
    private volatile LastDrawn? last;

    /// <param name="actor">Who asks: what is not ratified is not for everybody.</param>
    /// <param name="asOf">The moment of a draft; an issued edition is explained at its own cut, and has to be there at the moment.</param>
    /// <exception cref="RefusedRequestException">
    /// <c>cell-unknown</c>, or what <see cref="QuarterlyNotices"/> refuses for the paper the cell is of,
    /// or <see cref="ScorecardExplanations"/> for a cell of a scorecard.
    /// </exception>
    public async Task<CellExplanation> ExplainAsync(string cell, Actor actor, AsOf asOf, CancellationToken cancellation)
    {
        if (ScorecardAddress.TryParse(cell, out var scored))
            return await scorecards.ExplainAsync(scored, actor, asOf.Position, cancellation);
        if (!CellAddress.TryParse(cell, out var address))
            throw Unknown(cell);
        return address.Number is { } edition
            ? await OfIssuedAsync(address, await notices.EditionAsync(address.Period, edition, asOf.Position, cancellation), cancellation)
            : await OfDraftAsync(address, asOf, cancellation);
    }

    private async Task<CellExplanation> OfIssuedAsync(CellAddress address, NoticeEdition edition, CancellationToken cancellation)
    {
        var printed = edition.Content.Cells().FirstOrDefault(cell => cell.Id == address.Cell) ?? throw Unknown($"{address}");
        var cut = await reader.AtAsync(edition.Content.Position, cancellation);
        var drawn = last is { } kept && kept.Period == address.Period && kept.Position == cut.Position
            ? kept.Notice
            : await notices.RedrawAsync(edition, cancellation);
        last = new(address.Period, cut.Position, drawn);
        return await ExplainAsync(address, printed, drawn, cut, knownOn: null, edition.DocumentNumber.Text, cancellation);
    }

    private async Task<CellExplanation> OfDraftAsync(CellAddress address, AsOf asOf, CancellationToken cancellation)
    {
        var drawn = await notices.DraftAsync(address.Period, asOf.Moment, asOf.KnownOn, cancellation);
        var printed = drawn.Content.Cells().FirstOrDefault(cell => cell.Id == address.Cell) ?? throw Unknown($"{address}");
        return await ExplainAsync(address, printed, drawn, asOf.Moment, asOf.KnownOn, documentNumber: null, cancellation);
    }

    private async Task<CellExplanation> ExplainAsync(
        CellAddress address, Cell printed, DrawnNotice drawn, Moment cut, LocalDate? knownOn, string? documentNumber,
        CancellationToken cancellation)
    {
        if (!drawn.Derivations.TryGetValue(address.Cell, out var derivation))
            throw new InvalidOperationException($"{address} is printed, and drawing the notice again does not give it.");
        var programme = await programmes.InForceAsync(cut.Position, cancellation);
        var explanation = (await explanations.OfAsync([derivation], programme, cut.Position, knownOn, cancellation))[0];
        return new(
            $"{address}", CellNames.Of(address.Cell, drawn.Content, new TextsIn(texts, Texts.Language), Texts.Language),
            address.Period, address.Number, documentNumber, printed, cut.Position, cut.RecordedAt, programme.Number, explanation);
    }

    private sealed record LastDrawn(Period Period, long Position, DrawnNotice Notice);

    private static RefusedRequestException Unknown(string cell) => new(Refusal.Of(RefusalKind.NotFound, "cell-unknown", cell));
}

/// <summary>A number of a notice or of a scorecard, and how it came about.</summary>
/// <param name="Cell">As asked for.</param>
/// <param name="Name">What it is the number of, in the reader's language.</param>
/// <param name="Notice">The quarter of the notice it is printed in; null: not in a notice.</param>
/// <param name="Edition">Null: a draft.</param>
/// <param name="Printed">As it stands on the paper.</param>
/// <param name="Position">At which the paper's figures were cut off.</param>
public sealed record CellExplanation(
    string Cell, string Name, Period? Notice, int? Edition, string? DocumentNumber, Cell Printed,
    long Position, Instant RecordedAt, int ProgrammeVersion, Explanation Explanation)
{
    /// <summary>Of a scorecard's cell, whose; null: the cell is of a notice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedScorecard? Scorecard { get; init; }

    /// <summary>Whether drawing it again printed the same; of a scorecard, whether measuring the figures again gives what was scored.</summary>
    public bool Holds => Scorecard is { } scorecard ? scorecard.IsMeasuredAlike : Printed.Value == Explanation.Rounding?.Printed && Printed.Reason == Explanation.Absence?.Reason;
}

/// <param name="Hash">Of the result.</param>
/// <param name="Grade">The grade's id, where the cell is the grade.</param>
/// <param name="IsMeasuredAlike">Measured again from the ledger, every value is the one that was scored.</param>
public sealed record ExplainedScorecard(
    int Year, string Zone, string Hash, string Scheme, int SchemeVersion, string? Grade, bool IsMeasuredAlike);
