using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Assessment.Year;

/// <summary>DLN is part of XLHT from the first of October 2023 on, or from a day in 2024.</summary>
public class AssessingZonesThatEnded
{
    [Fact]
    public void A_year_assesses_the_zones_there_are_at_its_end()
    {
        Assessed(Ended(new(2023, 10, 1))).ShouldBe(["XLHT"]);
        Assessed(Ended(new(2024, 1, 1))).ShouldBe(["XLHT", "DLN"]);
    }

    [Fact]
    public void Nobody_declares_an_interest_in_a_zone_that_is_not_assessed()
    {
        var declare = new DeclareInterest("DLN", Interest.None, Text: null);
        declare.Decide(YearStory.Opened.State, Ended(new(2023, 10, 1)), YearStory.Member(1), YearStory.Today).Refusal!.Code.ShouldBe("zone-unknown");
        declare.Decide(YearStory.Opened.State, Ended(new(2024, 1, 1)), YearStory.Member(1), YearStory.Today).Refusal.ShouldBeNull();
    }

    private static ProgrammeDocument Ended(LocalDate from) => YearStory.Plan with
    {
        Zones = [.. YearStory.Plan.Zones.Select(zone => zone.Code == "DLN" ? zone with { Until = from.PlusDays(-1) } : zone)],
        Successions = [new(SuccessionKind.Merged, from, ["DLN"], ["XLHT"])],
    };

    private static IEnumerable<string> Assessed(ProgrammeDocument programme) => YearBasis
        .Of(WithoutMetrics, programme, FigureBook.Empty, [], YearStory.Opened.State, lastGrades: null, new(2024, 2, 10))
        .Basis.Zones.Select(zone => zone.Zone);

    /// <summary>Nothing is measured: only who is assessed is asked.</summary>
    private static AssessmentScheme WithoutMetrics { get; } = DefaultScheme.V1 with { Metrics = [], Tree = DefaultScheme.V1.Tree with { Children = [] } };
}
