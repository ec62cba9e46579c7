using System.Reflection;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Tests.Reporting;

public class FoldingAReturn
{
    public static TheoryData<Type> Events =>
        [.. typeof(ReturnEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReturnEvent)))];

    /// <summary>Fails for an event that was added and forgotten in the fold.</summary>
    [Theory]
    [MemberData(nameof(Events))]
    public void Takes_every_event_of_the_stream(Type type)
    {
        var asked = ReturnStory.CorrectionAsked.With(
            ReturnStory.Reviewer, new FigureQueried(new(2023, 8, 20), 1, "op_revenue", "請說明"));
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single(c => c.GetParameters().Length > 0);
        var @event = (ReturnEvent)constructor.Invoke([.. constructor.GetParameters().Select(Value)]);

        asked.With(ReturnStory.Reporter, @event).Recorded.Count.ShouldBe(asked.Recorded.Count + 1);
    }

    private static object? Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(LocalDate) => new LocalDate(2023, 9, 1),
        var type when type == typeof(Instant) => Instant.FromUtc(2023, 9, 1, 0, 0),
        var type when type == typeof(int) => 1,
        var type when type == typeof(decimal) => 1m,
        var type when type == typeof(string) => "op_revenue",
        var type when type.IsEnum => Enum.GetValues(type).GetValue(0),
        var type when type.IsGenericType => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        var type => throw new InvalidOperationException($"No sample value for {type.Name} {parameter.Name}."),
    };
}
