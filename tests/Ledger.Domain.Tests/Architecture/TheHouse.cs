using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Assembly = System.Reflection.Assembly;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Ledger.Domain.Tests.Architecture;

/// <summary>Which room may look into which.</summary>
public class TheHouse
{
    private static readonly Assembly Domain = typeof(Period).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Rooms = new ArchLoader().LoadAssemblies(Domain).Build();

    [Fact]
    public void The_domain_needs_nothing_but_the_base_library_and_noda_time() =>
        Domain.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal) && name != "netstandard")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Conference", "KeyTasks|Registers|Measures|Notices|Assessment|Transparency|Audit")]
    [InlineData("Programme", "Conference|Reporting|KeyTasks|Registers|Measures|Notices|Assessment|Transparency|Audit")]
    [InlineData("Reporting", "KeyTasks|Registers|Measures|Notices|Assessment|Transparency|Audit")]
    [InlineData("Registers", "Conference|KeyTasks|Measures|Notices|Assessment|Transparency|Audit")]
    [InlineData("KeyTasks", "Registers|Measures|Notices|Assessment|Transparency|Audit")]
    [InlineData("Measures", "KeyTasks|Registers|Notices|Assessment|Transparency|Access|Audit")]
    [InlineData("Notices", "Assessment|Audit")]
    [InlineData("Assessment", "Notices|Audit")]
    [InlineData("Access", "Programme|Reporting|KeyTasks|Registers|Measures|Notices|Assessment|Transparency|Audit")]
    [InlineData("Transparency", "Programme|Reporting|KeyTasks|Registers|Measures|Notices|Assessment|Access|Audit")]
    public void Rooms_are_read_one_way(string room, string closed) =>
        Types().That().Are(In(room)).Should().NotDependOnAny(closed.Split('|').SelectMany(In).ToArray())
            .WithoutRequiringPositiveResults()
            .Check(Rooms);

    private static IType[] In(string room) =>
        [.. Rooms.Types.Where(type => type.Namespace.FullName.StartsWith($"Ledger.Domain.{room}", StringComparison.Ordinal))];
}
