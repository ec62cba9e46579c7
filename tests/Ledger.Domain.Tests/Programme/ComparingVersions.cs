using CsCheck;
using Ledger.Domain.Programme;
using static Ledger.Domain.Tests.Programme.SoundProgramme;

namespace Ledger.Domain.Tests.Programme;

public class ComparingVersions
{
    private static readonly ProgrammeDocument Sound = SoundProgramme.Document;

    /// <summary>Amendments of every kind, each independent of the others.</summary>
    private static readonly Func<ProgrammeDocument, ProgrammeDocument>[] Amendments =
    [
        document => document with { BaselineYear = 2019 },
        document => document with { Zones = document.Zones.Put(1, zone => zone with { Host = "HOST" }) },
        document => document with { Zones = [.. document.Zones, Zone("SNT")] },
        document => document with { Organisations = [.. document.Organisations.Where(organisation => organisation.Code != "ORGD")] },
        document => document with { Series = [.. document.Series.Reverse()] },
        document => document with { Indicators = document.Indicators.Put(1, indicator => indicator with { Allocation = null }) },
        document => document with { Baselines = [document.Baselines[^1], .. document.Baselines.SkipLast(1)] },
        document => document with { Tasks = document.Tasks.Put(0, task => task with { Units = ["STB"], Deliverables = [] }) },
        document => document with { Notices = document.Notices with { BlackLagPoints = 8 } },
    ];

    [Fact]
    public void The_same_text_differs_in_nothing() =>
        DocumentChanges.Between(Sound, Sound with { Zones = [.. Sound.Zones] }).ShouldBeEmpty();

    [Fact]
    public void More_places_behind_the_point_are_no_change() =>
        DocumentChanges.Between(Sound, Sound with { Checks = Sound.Checks with { JumpPercent = 50.00m } }).ShouldBeEmpty();

    [Fact]
    public void A_value_shows_before_and_after() =>
        DocumentChanges.Between(Sound, Sound with { Notices = Sound.Notices with { BlackLagPoints = 7.5m } })
            .ShouldBe([new Change("/notices/blackLagPoints", "5", "7.5")]);

    [Fact]
    public void A_value_first_entered_has_no_before() =>
        DocumentChanges.Between(Sound, Sound with { Zones = Sound.Zones.Put(1, zone => zone with { Host = "HOST" }) })
            .ShouldBe([new Change("/zones/1/host", null, "HOST")]);

    [Fact]
    public void A_new_entry_in_the_middle_is_one_change() =>
        DocumentChanges.Between(Sound, Sound with { Baselines = [Sound.Baselines[0], new("BYH", "hte_revenue_share", 6, "年報"), .. Sound.Baselines.Skip(1)] })
            .ShouldBe([new Change("/baselines/1", null, "{zone: BYH, subject: hte_revenue_share, value: 6, basis: 年報}")]);

    [Fact]
    public void An_entry_taken_out_is_pointed_at_in_the_old_document() =>
        DocumentChanges.Between(Sound, Sound with { Baselines = [.. Sound.Baselines.Skip(1)] })
            .ShouldBe([new Change("/baselines/0", "{zone: XLHT, subject: hte_revenue_share, value: 11, basis: 2020年年報}", null)]);

    [Fact]
    public void Another_order_is_a_change() =>
        DocumentChanges.Between(Sound, Sound with { Zones = [Sound.Zones[1], Sound.Zones[0], Sound.Zones[2]] })
            .ShouldBe([new Change("/zones", "XLHT, BYH, DLN", "BYH, XLHT, DLN")]);

    [Fact]
    public void A_further_name_of_an_organisation_is_told_from_the_first_by_its_beginning() =>
        DocumentChanges.Between(Sound, Sound with { Organisations = Sound.Organisations.Put(6, name => name with { Name = Said("監管分局") }) })
            .Select(change => change.Pointer)
            .ShouldBe(["/organisations/6/name/zhHant", "/organisations/6/name/zhHans", "/organisations/6/name/en"]);

    [Fact]
    public void Units_are_compared_as_a_whole_because_their_order_is_the_plans() =>
        DocumentChanges.Between(Sound, Sound with { Tasks = Sound.Tasks.Put(0, task => task with { Units = ["STB", "HOST"] }) })
            .ShouldBe([new Change("/tasks/0/units", "[HOST, STB]", "[STB, HOST]")]);

    [Fact]
    public void Whatever_is_amended_each_change_is_found_where_it_points() =>
        Gen.Int[0, (1 << Amendments.Length) - 1].Sample(chosen =>
        {
            var amended = Amendments.Where((_, index) => (chosen & (1 << index)) != 0).Aggregate(Sound, (document, amend) => amend(document));
            var changes = DocumentChanges.Between(Sound, amended);
            var (before, after) = (DocumentNode.Of(Sound), DocumentNode.Of(amended));
            return (changes.Count == 0) == (chosen == 0)
                && changes.All(change => (change.After is null ? before : after).Find(change.Pointer) is not null)
                && DocumentChanges.Between(amended, Sound).Count == changes.Count;
        });
}
