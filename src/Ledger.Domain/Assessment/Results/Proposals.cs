using System.Text.Json.Serialization;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>Items of the scheme that the ledger itself finds to have occurred, for the secretary to look at and to record. None counts by itself.</summary>
public static class Proposals
{
    /// <param name="facts">Their returns are looked through as they are, those of the assessed year only.</param>
    /// <param name="notices">Every edition issued.</param>
    /// <param name="day">The day they are looked through.</param>
    /// <returns>In the order of the scheme's items, then of zones and periods.</returns>
    public static IReadOnlyList<AdjustmentProposal> Of(YearFacts facts, IReadOnlyCollection<PublishedNotice> notices, LocalDate day)
    {
        var states = facts.Returns.ToDictionary(state => (state.Zone, state.Period));
        return
        [
            .. from item in facts.Scheme.Bonus.Items.Concat(facts.Scheme.Deduction.Items)
               where item.FoundBy is not null
               from zone in facts.Programme.ZonesIn(Period.OfYear(facts.State.Year))
               from period in facts.Programme.Periods()
               where period.Year == facts.State.Year && facts.Programme.IsThereIn(zone.Code, period)
               let state = states.GetValueOrDefault((zone.Code, period)) ?? ZoneReturn.Stream(zone.Code, period).Initial
               from proposal in item.FoundBy!.Kind switch
               {
                   FindingKind.ReturnMissing => Missing(item, state, facts.Programme.Calendar.DueOn(period), day),
                   FindingKind.PublishedFigureCorrected => Corrected(item, state, notices),
                   _ => throw new ArgumentOutOfRangeException(nameof(facts)),
               }
               select proposal,
        ];
    }

    private static IEnumerable<AdjustmentProposal> Missing(AdjustmentItem item, ZoneReturn state, LocalDate dueOn, LocalDate day)
    {
        var until = WorkingDays.After(dueOn, item.FoundBy!.WorkingDays!.Value);
        var submittedOn = state.Submissions is [var first, ..] ? first.On : default(LocalDate?);
        if ((submittedOn ?? day) > until)
            yield return new AdjustmentProposal.ReturnMissing(item.Id, state.Zone, state.Period, dueOn, until, submittedOn);
    }

    /// <summary>A revision was announced and is nobody's error; an error told before its figure was published costs nothing.</summary>
    private static IEnumerable<AdjustmentProposal> Corrected(AdjustmentItem item, ZoneReturn state, IReadOnlyCollection<PublishedNotice> notices)
    {
        foreach (var correction in state.Corrections)
        {
            if (correction is not { Kind: CorrectionKind.Error, Ruling: { Approved: true, Replaced: { } replaced, Corrected: { } corrected } })
                continue;

            // The value that was replaced stood since the correction before it, or else since the return was accepted.
            var since = state.Corrections
                .Where(each => each.Number < correction.Number && each.Series == correction.Series && each.Ruling is { Approved: true })
                .Select(each => (LocalDate?)each.Ruling!.On).LastOrDefault() ?? state.AcceptedOn;
            var published = notices
                .Where(notice => notice.Period >= state.Period && notice.On >= since)
                .Where(notice => notice.On < correction.RequestedOn || (notice.On == correction.RequestedOn && notice.Position < replaced.Position))
                .MinBy(notice => notice.Position);
            if (published is not null)
            {
                yield return new AdjustmentProposal.PublishedFigureCorrected(
                    item.Id, state.Zone, state.Period, correction.Number, replaced, corrected, correction.Reason, correction.RequestedOn, published);
            }
        }
    }
}

/// <summary>An edition of a quarter's notice, as far as it matters here.</summary>
/// <param name="On">The date of the paper.</param>
/// <param name="Position">Of its event in the ledger.</param>
public sealed record PublishedNotice(Period Period, int Edition, LocalDate On, long Position);

/// <summary>One occurrence that the ledger finds, with what it is found by.</summary>
/// <param name="Item">Of the scheme, such as <c>M1</c>.</param>
/// <param name="Period">Of the return.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "finding")]
[JsonDerivedType(typeof(ReturnMissing), "return_missing")]
[JsonDerivedType(typeof(PublishedFigureCorrected), "published_figure_corrected")]
public abstract record AdjustmentProposal(string Item, string Zone, Period Period)
{
    /// <summary>The return's stream, where its events are read.</summary>
    public string Stream => ZoneReturn.StreamId(Zone, Period);

    /// <param name="Until">The last working day on which it would not have been missing.</param>
    /// <param name="SubmittedOn">Null while it still is.</param>
    public sealed record ReturnMissing(string Item, string Zone, Period Period, LocalDate DueOn, LocalDate Until, LocalDate? SubmittedOn)
        : AdjustmentProposal(Item, Zone, Period);

    /// <param name="Before">As it stood, with the event by which the zone asked.</param>
    /// <param name="After">As it stands, with the event by which it was approved.</param>
    /// <param name="Notice">The first notice that had been issued with it.</param>
    public sealed record PublishedFigureCorrected(
        string Item, string Zone, Period Period, int Correction, Figure Before, Figure After, string Reason, LocalDate RequestedOn, PublishedNotice Notice)
        : AdjustmentProposal(Item, Zone, Period);
}
