using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Sample;

/// <summary>One act of the sample's story: the command it becomes, with whoever gives it.</summary>
/// <param name="On">The date of its paper.</param>
public abstract record SampleAct(LocalDate On, Actor Actor)
{
    public sealed record Appoint(LocalDate On, Actor Actor, AppointOfficer Command) : SampleAct(On, Actor);

    /// <param name="Decision">Of the joint conference, on which it rests; null: it names none.</param>
    public sealed record Adopt(LocalDate On, Actor Actor, AdoptProgramme Command, string? Decision) : SampleAct(On, Actor);

    /// <param name="Meeting">Such as <c>2022-1</c>; null: the command is about the seats.</param>
    /// <param name="Command">One of the commands of <c>Ledger.Domain.Conference</c>.</param>
    public sealed record OnConference(LocalDate On, Actor Actor, string? Meeting, object Command) : SampleAct(On, Actor);

    /// <param name="Command">One of the commands of <c>Ledger.Domain.Reporting</c> that officers give.</param>
    public sealed record OnReturn(LocalDate On, Actor Actor, string Zone, Period Period, object Command) : SampleAct(On, Actor);

    /// <summary>A deadline passes without a submission.</summary>
    /// <param name="DueAt">The deadline.</param>
    public sealed record FallOverdue(LocalDate On, Actor Actor, string Zone, Period Period, Instant DueAt) : SampleAct(On, Actor);

    /// <param name="DocumentNumber">Plainly no real one, such as 示例通報〔2023〕4號.</param>
    public sealed record Issue(LocalDate On, Actor Actor, Period Period, string DocumentNumber) : SampleAct(On, Actor);

    public sealed record AdoptTheScheme(LocalDate On, Actor Actor, AdoptScheme Command) : SampleAct(On, Actor);

    /// <param name="Command">One of the commands of <c>Ledger.Domain.KeyTasks</c>.</param>
    public sealed record OnTask(LocalDate On, Actor Actor, string Task, string Unit, object Command) : SampleAct(On, Actor);

    /// <param name="Zone">Null where it is about the conditions of all.</param>
    /// <param name="Command">One of the commands of <c>Ledger.Domain.Cultivation</c>.</param>
    public sealed record OnZone(LocalDate On, Actor Actor, string? Zone, object Command) : SampleAct(On, Actor);

    public sealed record OnInstitution(LocalDate On, Actor Actor, string Code, InstitutionCommand Command) : SampleAct(On, Actor);

    /// <param name="Command">One of the commands of <c>Ledger.Domain.Assessment</c>, or <see cref="UpholdWithFiguresOfTheDay"/>.</param>
    public sealed record OnAssessment(LocalDate On, Actor Actor, int Year, object Command) : SampleAct(On, Actor);
}
