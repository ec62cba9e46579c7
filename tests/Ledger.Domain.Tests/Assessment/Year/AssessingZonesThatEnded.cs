using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Basis = Ledger.Domain.Assessment.Scoring.Basis;

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

    [Fact]
    public void The_part_of_a_shared_target_goes_over_to_the_zone_that_another_became_part_of()
    {
        var target = new Rule
        {
            Kind = RuleKind.TargetLinear, Metric = "m", Direction = Direction.Up, Path = PathKind.AnnualAlloc, Floor = 0, Full = 1,
            FloorMode = FloorMode.Continuous, Allocation = new Dictionary<string, decimal> { ["XLHT"] = 3, ["DLN"] = 1 },
        };
        BasisOf(Ended(new(2023, 10, 1))).Zones.Single().Merged.ShouldBe(["DLN"]);
        BasisOf(Ended(new(2024, 1, 1))).Zones.ShouldAllBe(zone => zone.Merged == null);

        Attained(null).ShouldBe(1);
        Attained(["DLN"]).ShouldBe(new Rational(3, 4), "3 of 4");

        Rational? Attained(string[]? merged)
        {
            var zone = new ZoneBasis("XLHT", "one", new Dictionary<string, MetricValue> { ["m"] = SmallScheme.One(3) }, new Dictionary<string, MetricValue>()) { Merged = merged };
            return Scorer.For(SmallScheme.Of(SmallScheme.Equally("total", Aggregation.Arithmetic, SmallScheme.Criterion("c", target))))
                .Score(new() { Year = 2023, Zones = [zone] }).Zones.Single().Of("c").Criterion!.Attainment;
        }
    }

    [Fact]
    public void Where_a_schemes_parts_do_not_fit_the_zones_of_a_year_it_is_said_which()
    {
        var scheme = DefaultScheme.V1;
        var merged = SharedParts.Of(scheme, Ended(new(2023, 10, 1)), 2023);
        merged.Taken.ShouldBe([new("DLN", "XLHT")]);
        merged.Lacking.ShouldBeEmpty();
        SharedParts.Of(scheme, Ended(new(2024, 1, 1)), 2023).Taken.ShouldBeEmpty();

        var plan = YearStory.Plan;
        var left = plan with
        {
            Zones = [.. plan.Zones.Select(zone => zone.Code == "DLN" ? zone with { Until = new(2023, 6, 30) } : zone), plan.Zones[0] with { Code = "NEW", From = new(2023, 7, 1) }],
            Successions = [new(SuccessionKind.Left, new(2023, 7, 1), ["DLN"], []), new(SuccessionKind.Split, new(2023, 7, 1), ["XLHT"], ["XLHT", "NEW"])],
        };
        var parts = SharedParts.Of(scheme, left, 2023);
        (parts.Lost.Single(), parts.Lacking.Single(), parts.Fits).ShouldBe(("DLN", "NEW", false));
        SharedParts.Of(scheme, plan, 2023).Fits.ShouldBeTrue();
    }

    private static ProgrammeDocument Ended(LocalDate from) => YearStory.Plan with
    {
        Zones = [.. YearStory.Plan.Zones.Select(zone => zone.Code == "DLN" ? zone with { Until = from.PlusDays(-1) } : zone)],
        Successions = [new(SuccessionKind.Merged, from, ["DLN"], ["XLHT"])],
    };

    private static IEnumerable<string> Assessed(ProgrammeDocument programme) => BasisOf(programme).Zones.Select(zone => zone.Zone);

    private static Basis BasisOf(ProgrammeDocument programme) => YearBasis
        .Of(WithoutMetrics, programme, FigureBook.Empty, [], YearStory.Opened.State, lastGrades: null, new(2024, 2, 10)).Basis;

    /// <summary>Nothing is measured: only who is assessed is asked.</summary>
    private static AssessmentScheme WithoutMetrics { get; } = DefaultScheme.V1 with { Metrics = [], Tree = DefaultScheme.V1.Tree with { Children = [] } };
}
