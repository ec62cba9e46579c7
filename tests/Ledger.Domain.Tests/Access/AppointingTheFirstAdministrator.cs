using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Tests.Access;

public class AppointingTheFirstAdministrator
{
    private static readonly LocalDate Today = new(2026, 1, 5);

    [Fact]
    public void Is_the_new_administrators_own_act()
    {
        var command = new AppointFirstAdministrator("wulan", "Wulan", "XLA");

        command.Actor.ShouldBe(new Actor("wulan", "XLA", Role.Administrator));
        command.Decide(Officer.Stream("wulan").Initial, administrators: 0, Today).Events
            .ShouldBe([new OfficerAppointed(Today, "Wulan", "XLA", Role.Administrator, Zone: null, Basis: null)]);
    }

    [Fact]
    public void Is_refused_once_there_is_one() =>
        new AppointFirstAdministrator("wulan", "Wulan", "XLA").Decide(Officer.Stream("wulan").Initial, administrators: 1, Today)
            .Refusal!.Code.ShouldBe("already-founded");

    [Fact]
    public void Is_refused_with_every_fault_of_the_appointment() =>
        new AppointFirstAdministrator("Wulan!", " ", "XLA").Decide(Officer.Stream("Wulan!").Initial, administrators: 0, Today)
            .Refusal!.Faults.Select(fault => fault.Code).ShouldBe(["user-malformed", "name-missing"]);
}
