using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Programme;

public class ChangingZones
{
    private static readonly LocalDate Today = new(2024, 12, 31);
    private static readonly LocalDate Summer = new(2024, 7, 1);
    private static readonly Actor Secretary = new("stb", "STB", Role.Secretary);
    private static readonly Basis Paper = new("示例〔2024〕9號", new(2024, 6, 20), "錫林郭勒盟行政公署", null);
    private static readonly ZoneNames HighTech = new(Said("高新區"), Said("高新區"), Said("高新"), Said("高新區管委會"));
    private static readonly ProgrammeHistory Adopted = new ProgrammeHistory().After(
        new ProgrammeAdopted(new(2021, 11, 5), 1, SoundProgramme.Document, Paper with { Date = new(2021, 11, 5) }));

    private static readonly ProgrammeHistory Renamed = Adopted.Then(new RenameZone("BYH", HighTech, Summer, Paper).Decide(Adopted, Secretary, Today));
    private static readonly ProgrammeHistory Merged = Adopted.Then(new MergeZones(["DLN"], "BYH", Summer, Paper).Decide(Adopted, Secretary, Today));
    private static readonly ProgrammeHistory Split = Adopted.Then(Splitting(ends: false).Decide(Adopted, Secretary, Today));

    [Fact]
    public void A_renamed_zone_keeps_its_old_name_for_the_days_before_and_its_committee_is_renamed_with_it()
    {
        var programme = Renamed.InForce!.Document;
        programme.ZoneNameOn("BYH", Summer.PlusDays(-1)).ShouldBe(Said("BYH"));
        programme.ZoneNameOn("BYH", Summer).ShouldBe(Said("高新區"));
        programme.ZonesIn(Period.OfQuarter(2024, 2)).Select(zone => zone.Name.En).ShouldBe(["XLHT", "BYH", "DLN"]);
        programme.ZonesIn(Period.OfQuarter(2024, 3)).Select(zone => zone.Name.En).ShouldBe(["XLHT", "高新區", "DLN"]);
        programme.OrganisationName("BYH", Summer.PlusDays(-1)).ShouldBe(Said("BYH"));
        programme.OrganisationName("BYH", Summer).ShouldBe(Said("高新區管委會"));
        var mark = programme.BreaksOf("BYH").ShouldHaveSingleItem();
        (mark.Kind, mark.From, mark.FormerName, mark.IsContinuous).ShouldBe((BreakKind.Renamed, Summer, Said("BYH"), true));
        programme.BreakBetween("BYH", new(2023, 9, 30), new(2024, 9, 30)).ShouldBeNull();
    }

    [Fact]
    public void An_amendment_names_its_basis_and_what_it_changed_and_said_again_it_makes_none()
    {
        var amended = new RenameZone("BYH", HighTech, Summer, Paper).Decide(Adopted, Secretary, Today).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<ProgrammeAmended>();
        (amended.Version, amended.Basis, amended.On).ShouldBe((2, Paper, Today));
        amended.Changes.Select(change => change.Pointer).ShouldContain("/zones/1/name/zhHant");
        new RenameZone("BYH", HighTech, Summer, Paper).Decide(Renamed, Secretary, Today).Events.ShouldBeEmpty();
        new MergeZones(["DLN"], "BYH", Summer, Paper).Decide(Merged, Secretary, Today).Events.ShouldBeEmpty();
        Splitting(ends: false).Decide(Split, Secretary, Today).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_merged_zone_is_there_no_longer_and_the_other_answers_for_both()
    {
        var programme = Merged.InForce!.Document;
        programme.ZonesIn(Period.OfQuarter(2024, 2)).Count.ShouldBe(3);
        programme.ZonesIn(Period.OfQuarter(2024, 3)).Select(zone => zone.Code).ShouldBe(["XLHT", "BYH"]);
        programme.MembersOn("BYH", Summer).ShouldBe(["BYH", "DLN"]);
        programme.MembersOn("BYH", Summer.PlusDays(-1)).ShouldBe(["BYH"]);
        programme.BreaksOf("BYH").Single().Zones.ShouldBe(["DLN"]);
        programme.BreaksOf(Zone.League).ShouldBeEmpty();
        programme.UnitsOn(programme.Tasks[0] with { Units = ["HOST"] }, Today).ShouldNotContain("DLN");
    }

    [Fact]
    public void Of_a_zone_that_is_split_the_parts_begin_with_no_share_of_any_target()
    {
        var programme = Split.InForce!.Document;
        programme.ZonesIn(Period.OfQuarter(2024, 2)).Select(zone => zone.Code).ShouldBe(["XLHT", "BYH", "DLN"]);
        programme.ZonesIn(Period.OfQuarter(2024, 3)).Select(zone => zone.Code).ShouldBe(["XLHT", "BYH", "DLN", "NEW"]);
        programme.Indicators[1].Allocation!["NEW"].ShouldBe(0);
        programme.FindZone("NEW")!.Host.ShouldBe("HOST", "as the zone it was part of");
        programme.HasOrganisation("NEW").ShouldBeTrue();
        programme.BreaksOf("XLHT").Single().Kind.ShouldBe(BreakKind.Split);
        programme.BreakBetween("NEW", new(2020, 12, 31), Summer).ShouldNotBeNull();

        Refused(Splitting(ends: true).Decide(Adopted, Secretary, Today)).Faults.Select(fault => fault.Code).ShouldBe(["split-into-one"]);
    }

    [Fact]
    public void A_zone_that_left_breaks_the_leagues_totals()
    {
        var left = Adopted.Then(new LetZoneLeave("DLN", Summer, Paper).Decide(Adopted, Secretary, Today)).InForce!.Document;
        left.ZonesOn(Summer).Select(zone => zone.Code).ShouldBe(["XLHT", "BYH"]);
        left.BreaksOf(Zone.League).Single().Kind.ShouldBe(BreakKind.Left);
        Refused(new LetZoneLeave("DLN", Summer, Paper).Decide(Merged, Secretary, Today)).Code.ShouldBe("zone-ended");
    }

    [Fact]
    public void The_host_is_entered_with_its_name_where_the_programme_does_not_know_it()
    {
        Refused(new NameHost("DLN", "DLX", null, Paper).Decide(Adopted, Secretary, Today)).Faults.Single().ShouldBe(Fault.At("/host", "code-unknown", "DLX"));
        Refused(new NameHost("DLN", "BYH", null, Paper).Decide(Adopted, Secretary, Today)).Faults.Single().Code.ShouldBe("host-is-zone");
        var entered = Adopted.Then(new NameHost("DLN", "DLX", Said("多倫縣人民政府"), Paper).Decide(Adopted, Secretary, Today)).InForce!.Document;
        entered.FindZone("DLN")!.Host.ShouldBe("DLX");
        entered.OrganisationName("DLX", Today).ShouldBe(Said("多倫縣人民政府"));
    }

    [Fact]
    public void Another_host_is_a_dated_fact_and_a_wrong_entry_is_corrected_in_its_place()
    {
        var other = new NameHost("XLHT", "DLX", Said("多倫縣人民政府"), Paper, From: Summer);
        var changed = Adopted.Then(other.Decide(Adopted, Secretary, Today));
        var programme = changed.InForce!.Document;
        var zone = programme.FindZone("XLHT")!;
        (zone.HostOn(Summer.PlusDays(-1)), zone.HostOn(Summer), zone.Host).ShouldBe(("HOST", "DLX", "DLX"));
        zone.HostsSince(Summer.PlusDays(-1)).ShouldBe(["HOST", "DLX"]);
        zone.HostsSince(Summer).ShouldBe(["DLX"]);
        var mark = programme.BreaksOf("XLHT").ShouldHaveSingleItem();
        (mark.Kind, mark.From, mark.FormerHost, mark.Host, mark.IsContinuous).ShouldBe((BreakKind.Hosted, Summer, "HOST", "DLX", true));
        programme.BreakBetween("XLHT", new(2023, 9, 30), new(2024, 9, 30)).ShouldBeNull();

        other.Decide(changed, Secretary, Today).Events.ShouldBeEmpty("said again");
        (other with { From = Summer.PlusDays(1) }).Decide(changed, Secretary, Today).Refusal!.Faults.Single().ShouldBe(Fault.At("/from", "host-stands", "DLX"));
        Refused((other with { From = Today.PlusDays(1) }).Decide(Adopted, Secretary, Today)).Faults.Single().Code.ShouldBe("zone-change-in-future");
        Refused((other with { Host = "STAT", From = Summer }).Decide(changed, Secretary, Today)).Faults.Single().Code.ShouldBe("zone-change-before-last");

        var corrected = changed.Then((other with { Host = "STAT", From = null }).Decide(changed, Secretary, Today)).InForce!.Document.FindZone("XLHT")!;
        (corrected.HostOn(Summer.PlusDays(-1)), corrected.HostOn(Summer)).ShouldBe(("HOST", "STAT"));
        var takenBack = changed.Then((other with { Host = "HOST", From = null }).Decide(changed, Secretary, Today)).InForce!.Document.FindZone("XLHT")!;
        (takenBack.Host, takenBack.FormerHosts.Count).ShouldBe(("HOST", 0));
    }

    [Fact]
    public void A_host_that_is_entered_first_from_a_day_on_breaks_nothing()
    {
        var unknown = Adopted.Then(new NameHost("XLHT", null, null, Paper).Decide(Adopted, Secretary, Today));
        var programme = unknown.Then(new NameHost("XLHT", "HOST", null, Paper, From: Summer).Decide(unknown, Secretary, Today)).InForce!.Document;
        (programme.FindZone("XLHT")!.HostOn(Summer.PlusDays(-1)), programme.FindZone("XLHT")!.HostOn(Summer)).ShouldBe((null, "HOST"));
        programme.BreaksOf("XLHT").ShouldBeEmpty();
    }

    [Fact]
    public void Zones_are_merged_renamed_and_hosted_otherwise_on_one_day_in_whatever_order_it_is_recorded()
    {
        var merged = new MergeZones(["DLN"], "XLHT", Summer, Paper);
        var renamed = new RenameZone("XLHT", HighTech, Summer, Paper);
        var hosted = new NameHost("XLHT", "STAT", null, Paper, From: Summer);
        var first = Adopted.Then(merged.Decide(Adopted, Secretary, Today));
        first = first.Then(renamed.Decide(first, Secretary, Today));
        first = first.Then(hosted.Decide(first, Secretary, Today));
        var second = Adopted.Then(hosted.Decide(Adopted, Secretary, Today));
        second = second.Then(renamed.Decide(second, Secretary, Today));
        second = second.Then(merged.Decide(second, Secretary, Today));
        foreach (var programme in new[] { first.InForce!.Document, second.InForce!.Document })
            programme.BreaksOf("XLHT").Select(each => each.Kind).ShouldBe([BreakKind.Renamed, BreakKind.Hosted, BreakKind.Merged], ignoreOrder: true);
        Refused(new RenameZone("XLHT", HighTech with { Name = Said("又一名") }, Summer, Paper).Decide(first, Secretary, Today)).Faults.Single().Code
            .ShouldBe("zone-change-before-last");
        new NameHost("BYH", "HOST", null, Paper, From: Summer.PlusDays(-30)).Decide(Renamed, Secretary, Today).Events
            .ShouldHaveSingleItem("who hosts it does not depend on what it is called");
    }

    [Fact]
    public void A_track_is_amended_with_the_words_of_the_paper() =>
        Adopted.Then(new SetTrack("DLN", Track.Upgrade, ZoneGoal.Upgraded, "實現提檔升級", Force.Strive, Paper).Decide(Adopted, Secretary, Today))
            .InForce!.Document.FindZone("DLN")!.Track.ShouldBe(Track.Upgrade);

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Refused(new RenameZone("BYH", HighTech, Summer, Paper).Decide(Adopted, Secretary with { Role = Role.Reporter }, Today)).Code.ShouldBe("not-allowed");
        Refused(new RenameZone("BYH", HighTech, Summer, Paper).Decide(new ProgrammeHistory(), Secretary, Today)).Code.ShouldBe("programme-missing");
        Refused(new RenameZone("NONE", HighTech, Summer, Paper).Decide(Adopted, Secretary, Today)).Code.ShouldBe("zone-unknown");
        Refused(new RenameZone("DLN", HighTech, Summer, Paper).Decide(Merged, Secretary, Today)).Code.ShouldBe("zone-ended");
        Refused(new RenameZone("BYH", HighTech with { ShortName = new("", "高新区", "x") }, Today.PlusDays(1), Paper with { Organ = "" }).Decide(Adopted, Secretary, Today))
            .Faults.Select(fault => (fault.Pointer, fault.Code)).ShouldBe(
                [("/shortName/zhHant", "text-required"), ("/from", "zone-change-in-future"), ("/basis/organ", "basis-organ-missing")]);
        Refused(new MergeZones(["DLN"], "BYH", Summer.PlusDays(-5), Paper).Decide(Renamed, Secretary, Today)).Faults.Single().Code
            .ShouldBe("zone-change-before-last");
        Refused(new MergeZones(["BYH"], "BYH", Summer, Paper).Decide(Adopted, Secretary, Today)).Faults.Single().Code.ShouldBe("zone-into-itself");
        Refused((Splitting(ends: false) with { Parts = [Part("DLN"), Part("b")] }).Decide(Adopted, Secretary, Today))
            .Faults.Select(fault => fault.Code).ShouldBe(["zone-code-taken", "code-malformed"]);
        Refused(new RenameZone("BYH", HighTech, Summer, Paper, On: new(2021, 1, 1)).Decide(Adopted, Secretary, Today)).Faults.Single().Code
            .ShouldBe("basis-after-act");
        Refused(new RenameZone("BYH", HighTech, Summer, Paper with { Date = new(2020, 1, 1) }, On: new(2021, 1, 1)).Decide(Adopted, Secretary, Today)).Code
            .ShouldBe("date-before-previous");
    }

    private static SplitZone Splitting(bool ends) => new("XLHT", [Part("NEW")], ends, Summer, Paper);

    private static NewZone Part(string code) =>
        new(code, new(Said("新區"), Said("新區"), Said("新區"), Said("新區管委會")), Track.Upgrade, ZoneGoal.Upgraded, "升級", Force.Strive);

    private static Name Said(string text) => SoundProgramme.Said(text);

    private static Refusal Refused(Decision<ProgrammeEvent> decision)
    {
        decision.Events.ShouldBeEmpty();
        return decision.Refusal.ShouldNotBeNull();
    }
}

/// <summary>A programme's history told on.</summary>
internal static class ProgrammeStory
{
    private static readonly Actor Secretary = new("stb", "STB", Role.Secretary);

    public static ProgrammeHistory After(this ProgrammeHistory history, ProgrammeEvent @event) => ProgrammeHistory.Evolve(
        history, new(@event, new(Guid.Empty, "programme/xilingol", @event.Version, 40 + @event.Version, Instant.FromUtc(2024, 1, 1, 0, 0), Secretary)));

    public static ProgrammeHistory Then(this ProgrammeHistory history, Decision<ProgrammeEvent> decision)
    {
        decision.Refusal.ShouldBeNull();
        return history.After(decision.Events.ShouldHaveSingleItem());
    }
}
