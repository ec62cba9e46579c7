using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Programme;

public class AmendingAnAllocation
{
    private const string Effect = "the effect as it is";

    private static readonly LocalDate Today = new(2022, 3, 1);
    private static readonly Actor Secretary = new("stb", "STB", Role.Secretary);
    private static readonly Basis Decided = new(null, new(2022, 1, 20), "聯席會議", null);
    private static readonly ProgrammeHistory Adopted = ProgrammeHistory.Evolve(
        new ProgrammeHistory(),
        new(new ProgrammeAdopted(new(2021, 11, 5), 1, SoundProgramme.Document, Decided), new(Guid.Empty, ProgrammeHistory.Stream.Id, 1, 1, default, Secretary)));

    private static Decision<ProgrammeEvent> Amend(
        string subject, Dictionary<string, decimal> parts, decimal? difference = null, string? confirmed = Effect, ProgrammeHistory? state = null) =>
        new AmendAllocation(subject, parts, difference, Decided, confirmed, Today).Decide(state ?? Adopted, Effect, Secretary, Today);

    [Fact]
    public void What_was_decided_takes_the_place_of_the_assumption_and_says_what_changed()
    {
        var amended = Amend("rd_inst_new", SoundProgramme.Shares(1, 1, 1)).Events.ShouldHaveSingleItem().ShouldBeOfType<ProgrammeAmended>();
        amended.Document.FindIndicator("rd_inst_new")!.Allocation.ShouldBe(SoundProgramme.Shares(1, 1, 1));
        amended.Changes.Select(change => change.Pointer).ShouldBe(
            ["/indicators/1/allocation/XLHT", "/indicators/1/allocation/DLN", "/assumptions/2/governs"], ignoreOrder: true);
        amended.Document.AssumptionsAt("/indicators/1/allocation").ShouldBeEmpty();
        amended.Document.AssumptionsAt("/combinedTargets/0/allocation").ShouldNotBeEmpty("that one was not decided");
        Amend("Q09+Q11", SoundProgramme.Shares(4, 4, 2)).Events.ShouldHaveSingleItem().Document.CombinedTargets[0].Allocation["BYH"].ShouldBe(4);
    }

    [Fact]
    public void The_parts_come_to_the_target_or_the_difference_is_meant_and_stays_said()
    {
        var refusal = Amend("rd_inst_new", SoundProgramme.Shares(2, 1, 1)).Refusal.ShouldNotBeNull();
        refusal.Faults.ShouldBe([Fault.At("/difference", "allocation-difference", 4m, 3m, 1m)]);
        Amend("rd_inst_new", SoundProgramme.Shares(2, 1, 1), difference: 2).Refusal.ShouldNotBeNull().Faults.ShouldHaveSingleItem().Code.ShouldBe("allocation-difference");
        var beyond = Amend("rd_inst_new", SoundProgramme.Shares(2, 1, 1), difference: 1).Events.ShouldHaveSingleItem().Document;
        beyond.AllocationMargins.ShouldBe([new("rd_inst_new", 1)]);
        ProgrammeFaults.Of(beyond).ShouldBeEmpty();
        ProgrammeFaults.Of(beyond with { AllocationMargins = [] }).ShouldHaveSingleItem().Code.ShouldBe("allocation-not-summing");
        ProgrammeFaults.Of(beyond with { AllocationMargins = [new("rd_inst_new", 1), new("rd_inst_new", 1), new("key_lab", 0)] })
            .Select(fault => fault.Code).ShouldBe(["code-duplicated", "code-unknown", "margin-zero"]);
        var back = Amend("rd_inst_new", SoundProgramme.Shares(2, 1, 0), state: Adopted with { Versions = [Adopted.InForce! with { Document = beyond }] });
        back.Events.ShouldHaveSingleItem().Document.AllocationMargins.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_recorded_once_its_effect_was_confirmed_and_the_same_again_records_nothing()
    {
        Amend("rd_inst_new", SoundProgramme.Shares(1, 1, 1), confirmed: null).Refusal.ShouldNotBeNull().Code.ShouldBe("effect-not-confirmed");
        Amend("rd_inst_new", SoundProgramme.Shares(1, 1, 1), confirmed: "an earlier effect").Refusal.ShouldNotBeNull().Arguments.ShouldBe([Effect]);
        var confirmed = Amend("rd_inst_new", SoundProgramme.Shares(2, 1, 0)).Events.ShouldHaveSingleItem().ShouldBeOfType<ProgrammeAmended>();
        confirmed.Changes.Select(change => change.Pointer).ShouldBe(["/assumptions/2/governs"], "what was assumed is decided now");
        var again = Amend("rd_inst_new", SoundProgramme.Shares(2, 1, 0), confirmed: null, state: Adopted with { Versions = [Adopted.InForce! with { Document = confirmed.Document }] });
        again.Refusal.ShouldBeNull();
        again.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Every_zone_has_a_whole_part_and_only_what_is_shared_out_is()
    {
        Amend("rd_inst_new", new() { ["XLHT"] = 1.5m, ["BYH"] = -1, ["NONE"] = 1 }).Refusal.ShouldNotBeNull().Faults.Select(fault => (fault.Pointer, fault.Code)).ShouldBe(
        [
            ("/parts/XLHT", "allocation-not-whole"), ("/parts/BYH", "allocation-not-whole"), ("/parts/NONE", "code-unknown"),
            ("/parts", "allocation-incomplete"), ("/difference", "allocation-difference"),
        ]);
        Amend("hte_revenue_share", SoundProgramme.Shares(1, 1, 1)).Refusal.ShouldNotBeNull().Code.ShouldBe("allocation-subject-unknown");
        Amend("incubator", SoundProgramme.Shares(1, 1, 1)).Refusal.ShouldNotBeNull().Code.ShouldBe("allocation-subject-unknown");
        new AmendAllocation("rd_inst_new", SoundProgramme.Shares(1, 1, 1), null, Decided, Effect).Decide(Adopted, Effect, new("stat", "STAT", Role.Reviewer), Today)
            .Refusal.ShouldNotBeNull().Code.ShouldBe("not-allowed");
    }
}
