using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Programme;

public class AdoptingTheProgramme
{
    private static readonly ProgrammeDocument Sound = SoundProgramme.Document;
    private static readonly ProgrammeDocument Stricter = Sound with { Notices = Sound.Notices with { BlackLagPoints = 3 } };
    private static readonly LocalDate Today = new(2022, 3, 1);
    private static readonly Actor Secretary = new("stb", "STB", Role.Secretary);
    private static readonly Basis Plan = new(null, new(2021, 11, 5), "錫林郭勒盟行政公署辦公室", null);

    private static readonly ProgrammeHistory Adopted = Given(new ProgrammeAdopted(new(2021, 11, 5), 1, Sound, Plan));

    [Fact]
    public void Puts_the_first_version_into_force() =>
        Decide(new ProgrammeHistory(), Sound, new(2021, 11, 5))
            .ShouldBe([new ProgrammeAdopted(new(2021, 11, 5), 1, Sound, Plan)]);

    [Fact]
    public void Is_dated_today_unless_it_says_otherwise() =>
        Decide(new ProgrammeHistory(), Sound, on: null).ShouldHaveSingleItem().On.ShouldBe(Today);

    [Fact]
    public void Amends_the_version_in_force_and_says_what_changed()
    {
        var amended = Decide(Adopted, Stricter, Today).ShouldHaveSingleItem().ShouldBeOfType<ProgrammeAmended>();
        amended.Version.ShouldBe(2);
        amended.Changes.ShouldBe([new Change("/notices/blackLagPoints", "5", "3")]);
    }

    [Fact]
    public void Makes_no_event_when_it_is_in_force_already() => Decide(Adopted, Sound, Today).ShouldBeEmpty();

    [Fact]
    public void Sent_again_makes_no_event() =>
        Decide(Given(new ProgrammeAdopted(Today, 1, Sound, Plan), Decide(Adopted, Stricter, Today)[0]), Stricter, Today).ShouldBeEmpty();

    [Fact]
    public void Keeps_every_version()
    {
        var history = Given(new ProgrammeAdopted(Today, 1, Sound, Plan), Decide(Adopted, Stricter, Today)[0]);
        history.Versions.Select(version => (version.Number, version.Provenance.Position)).ShouldBe([(1, 40L), (2, 41L)]);
        history.InForce!.Document.ShouldBeSameAs(Stricter);
    }

    [Fact]
    public void Is_the_secretarys_alone()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Secretary))
            Refuse(Adopted, Stricter, Today, Secretary with { Role = role }).Code.ShouldBe("not-allowed");
    }

    [Fact]
    public void Is_refused_with_every_fault_of_the_document_and_of_the_basis()
    {
        var refusal = new AdoptProgramme(
                Sound with { FirstYear = 1700, Title = new("", "方案", "Plan") }, new("文1", new(2022, 3, 2), " ", new string('長', 501)), Today)
            .Decide(new ProgrammeHistory(), Secretary, Today).Refusal!;
        (refusal.Code, refusal.Kind).ShouldBe(("programme-faulty", RefusalKind.Invalid));
        refusal.Faults.Select(fault => fault.Pointer).ShouldBe(
        [
            "/basis/organ", "/basis/note", "/basis/date", "/document/firstYear", "/document/lastYear", "/document/baselineYear",
            "/document/title/zhHant",
        ]);
    }

    [Fact]
    public void Is_never_dated_in_the_future() =>
        Refuse(Adopted, Stricter, Today.PlusDays(1)).ShouldBe(Refusal.Of(RefusalKind.Invalid, "date-in-future", Today.PlusDays(1), Today));

    [Fact]
    public void Is_never_dated_before_the_version_it_amends() =>
        Refuse(Adopted, Stricter, new(2021, 11, 4))
            .ShouldBe(Refusal.Of(RefusalKind.Conflict, "date-before-previous", new LocalDate(2021, 11, 4), new LocalDate(2021, 11, 5)));

    private static IReadOnlyList<ProgrammeEvent> Decide(ProgrammeHistory state, ProgrammeDocument document, LocalDate? on)
    {
        var decision = new AdoptProgramme(document, Plan, on).Decide(state, Secretary, Today);
        decision.Refusal.ShouldBeNull();
        return decision.Events;
    }

    private static Refusal Refuse(ProgrammeHistory state, ProgrammeDocument document, LocalDate on, Actor? actor = null)
    {
        var basis = Plan with { Date = new(2021, 11, 1) };
        return new AdoptProgramme(document, basis, on).Decide(state, actor ?? Secretary, Today).Refusal.ShouldNotBeNull();
    }

    private static ProgrammeHistory Given(params ProgrammeEvent[] events) =>
        ProgrammeHistory.Stream.Fold(events.Select((e, index) => new Recorded<ProgrammeEvent>(e, new(
            new Guid(index + 1, 0, 0, new byte[8]), ProgrammeHistory.Stream.Id, index + 1, 40 + index, Instant.FromUtc(2022, 1, 1, 0, index), Secretary))));
}
