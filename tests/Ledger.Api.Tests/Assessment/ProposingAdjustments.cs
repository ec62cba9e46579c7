using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Assessment;

/// <summary>What the ledger itself finds is proposed to the secretary, and changes no score until it is recorded.</summary>
public class ProposingAdjustments
{
    private static readonly Period Second = Period.Parse("2023-Q2");
    private static readonly PublishedNotice Notice = new(Second, 1, new(2023, 7, 25), 900);

    [Fact]
    public void Of_good_and_of_merely_late_returns_nothing_is_proposed() => Of(TheYear2023.Returns).ShouldBeEmpty();

    [Theory]
    [InlineData("2023-07-28", false)]
    [InlineData("2023-07-31", true)]
    public void A_return_ten_working_days_overdue_is_proposed_also_when_it_came_at_last(string submittedOn, bool isFound)
    {
        // Due on Saturday 15 July; the tenth working day after it is Friday the 28th.
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(submittedOn).Value;
        var found = Of(Replacing(TheYear2023.Good("DLN", Second) with { Submissions = [TheYear2023.Submitted(on)] }));
        AdjustmentProposal[] expected = [new AdjustmentProposal.ReturnMissing("M1", "DLN", Second, new(2023, 7, 15), new(2023, 7, 28), on)];
        found.ShouldBe(isFound ? expected : []);
    }

    [Fact]
    public void A_return_that_never_came_is_proposed_once_its_ten_days_are_over()
    {
        var returns = TheYear2023.Returns.Where(state => (state.Zone, state.Period) != ("DLN", Second)).ToList();
        Of(returns, on: new(2023, 7, 28)).OfType<AdjustmentProposal.ReturnMissing>().ShouldBeEmpty();
        Of(returns, on: new(2023, 7, 29)).ShouldHaveSingleItem().Stream.ShouldBe("return/DLN/2023-Q2");
    }

    [Fact]
    public void An_error_corrected_after_the_notice_is_proposed_with_its_events_and_the_notice()
    {
        var found = Of(Replacing(Corrected(CorrectionKind.Error, askedOn: new(2023, 9, 12))))
            .ShouldHaveSingleItem().ShouldBeOfType<AdjustmentProposal.PublishedFigureCorrected>();
        (found.Item, found.Zone, found.Correction, found.Before.Value, found.After.Value, found.Before.Position, found.After.Position, found.Notice)
            .ShouldBe(("M2", "XLHT", 1, 101.30m, 102.05m, 1000, 1006, Notice));
    }

    [Theory]
    [InlineData(CorrectionKind.Revision, "2023-09-12", true)]
    [InlineData(CorrectionKind.Error, "2023-07-24", true)]
    [InlineData(CorrectionKind.Error, "2023-09-12", false)]
    public void A_revision_an_error_told_before_the_notice_and_one_refused_are_not(CorrectionKind kind, string askedOn, bool approved) =>
        Of(Replacing(Corrected(kind, NodaTime.Text.LocalDatePattern.Iso.Parse(askedOn).Value, approved))).ShouldBeEmpty();

    [Fact]
    public void A_figure_accepted_after_the_notice_was_not_published_by_it() =>
        Of(Replacing(Corrected(CorrectionKind.Error, new(2023, 9, 12)) with { AcceptedOn = new(2023, 8, 1) })).ShouldBeEmpty();

    [Fact]
    public void An_error_in_a_correction_is_one_only_if_that_was_published_too()
    {
        var once = Corrected(CorrectionKind.Error, askedOn: new(2023, 9, 12));
        var again = once.Corrections[0] with { Number = 2, RequestedOn = new(2023, 9, 25) };
        Of(Replacing(once with { Corrections = [.. once.Corrections, again] })).Count.ShouldBe(1);
        Of(Replacing(once with { Corrections = [.. once.Corrections, again] }), notices: [Notice, new(Second, 2, new(2023, 9, 20), 1100)]).Count.ShouldBe(2);
    }

    [Fact]
    public void A_proposal_changes_no_score_and_is_told_with_what_it_was_found_by()
    {
        var facts = TheYear2023.Facts with { Returns = Replacing(Corrected(CorrectionKind.Error, askedOn: new(2023, 9, 12))) };
        facts.Result().Find("XLHT")!.Final.ShouldBe(86.65m);
        JsonSerializer.SerializeToNode(Of(facts.Returns), LedgerJson.Options)![0]!["finding"]!.GetValue<string>().ShouldBe("published_figure_corrected");
    }

    private static IReadOnlyList<AdjustmentProposal> Of(
        IReadOnlyCollection<ZoneReturn> returns, LocalDate? on = null, IReadOnlyCollection<PublishedNotice>? notices = null) =>
        Proposals.Of(TheYear2023.Facts with { Returns = returns }, notices ?? [Notice], on ?? TheYear2023.FrozenOn);

    private static IReadOnlyCollection<ZoneReturn> Replacing(ZoneReturn state) =>
        [.. TheYear2023.Returns.Select(each => (each.Zone, each.Period) == (state.Zone, state.Period) ? state : each)];

    private static ZoneReturn Corrected(CorrectionKind kind, LocalDate askedOn, bool approved = true)
    {
        var before = TheYear2023.Said("XLHT", "op_revenue", "2023-Q2", 101.30m) with { Position = 1000 };
        var after = before with { Value = 102.05m, Version = 2, Position = 1006 };
        var ruling = new Ruling(approved, null, askedOn.PlusDays(6), TheYear2023.Officer("stat"), approved ? before : null, approved ? after : null);
        return TheYear2023.Good("XLHT", Second) with
        {
            Corrections =
            [
                new(1, "op_revenue", 102.05m, kind, "漏報一戶企業", [], askedOn, TheYear2023.Officer("xlht")) { Ruling = ruling },
            ],
        };
    }
}
