using Ledger.Api.Access;
using Ledger.Api.Assessment;
using Ledger.Api.Conference;
using Ledger.Api.Cultivation;
using Ledger.Api.KeyTasks;
using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Transparency;

namespace Ledger.Api.Store;

/// <summary>The stored name of every kind of event. A name, once used, is never given to another shape.</summary>
/// <remarks>A capability adds its own in one place; a type without a name cannot be appended.</remarks>
public sealed class EventNames
{
    private readonly Dictionary<string, Type> types = [];
    private readonly Dictionary<Type, string> names = [];

    public IReadOnlyDictionary<string, Type> Types => types;

    /// <exception cref="ArgumentException">The name or the type is already registered.</exception>
    public EventNames Add<TEvent>(string name)
        where TEvent : notnull
    {
        types.Add(name, typeof(TEvent));
        names.Add(typeof(TEvent), name);
        return this;
    }

    public string NameOf(Type type) => names.TryGetValue(type, out var name)
        ? name
        : throw new InvalidOperationException($"{type.Name} has no stored name; add it to the event names of its capability.");

    public Type TypeOf(string name) => types.TryGetValue(name, out var type)
        ? type
        : throw new InvalidOperationException($"The ledger holds an event '{name}' that this version does not know.");

    /// <summary>The stored names of a type's own kind and of all that derive from it.</summary>
    public string[] NamesOf(Type type) => [.. names.Where(pair => type.IsAssignableFrom(pair.Key)).Select(pair => pair.Value)];

    public static EventNames OfTheLedger() => new EventNames().AddAccess().AddProgramme().AddReporting().AddNotices().AddAssessment().AddKeyTasks().AddRegisters().AddConference().AddCultivation().AddTransparency();
}
