using System.Globalization;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using NodaTime;
using NodaTime.Text;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit;

/// <summary>Which events are wanted; what is null does not matter.</summary>
/// <param name="Zone">Whom it is about: of a return, of a judgement, of a reporter's office.</param>
/// <param name="Officer">Who acted.</param>
/// <param name="Type">The stored name of the kind; one of those there are (<see cref="Read"/> sees to it).</param>
/// <param name="Stream">Whole, or its beginning up to a slash: <c>return/XLHT/</c>.</param>
/// <param name="Period">Of a return, of a notice; of an assessment its year.</param>
/// <param name="Decision">Of the joint conference, on which it rests: <c>2023-1/2</c>, or a meeting's up to the slash: <c>2023-1/</c>.</param>
/// <param name="From">The first moment, itself included.</param>
/// <param name="To">The last moment, itself included.</param>
/// <param name="Text">What some text of the event's data holds, such as a reason or a note, whichever case it is in.</param>
public sealed record EventFilter(
    string? Zone = null, string? Officer = null, string? Organisation = null, Role? Role = null, string? Type = null,
    string? Stream = null, Period? Period = null, string? Decision = null, EventBound? From = null, EventBound? To = null, string? Text = null)
{
    private const int LongestText = 200;

    /// <summary>The names under which an address gives each, in the order of a form.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["zone", "officer", "organisation", "role", "type", "stream", "period", "decision", "from", "to", "text"];

    public bool IsEmpty => this == new EventFilter();

    /// <summary>What an address asks for.</summary>
    /// <param name="word">The value under a name; null or empty: not given.</param>
    /// <returns>Refused with <c>events-faulty</c>: <c>period-malformed</c>, <c>role-unknown</c>, <c>event-type-unknown</c>, <c>decision-malformed</c>, <c>as-of-malformed</c>, <c>text-too-long</c>.</returns>
    public static (EventFilter Filter, IReadOnlyList<Fault> Faults) Read(Func<string, string?> word, IReadOnlyCollection<string> types)
    {
        var faults = new List<Fault>();
        string? Of(string name) => word(name)?.Trim() is { Length: > 0 } value ? value : null;

        Period? period = null;
        if (Of("period") is { } periodWord && !Domain.Period.TryParse(periodWord, out period))
            faults.Add(Fault.At("/period", "period-malformed", periodWord));
        Role? role = null;
        if (Of("role") is { } roleWord)
        {
            role = Enum.TryParse<Role>(roleWord, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
            if (role is null)
                faults.Add(Fault.At("/role", "role-unknown", roleWord));
        }

        if (Of("type") is { } type && !types.Contains(type))
            faults.Add(Fault.At("/type", "event-type-unknown", type));
        var decision = Of("decision");
        if (decision is not null && !DecisionReference.TryParse(decision.EndsWith('/') ? $"{decision}1" : decision, out _))
            faults.Add(Fault.At("/decision", "decision-malformed", decision));
        if (Of("text") is { Length: > LongestText } text)
            faults.Add(Fault.At("/text", "text-too-long", LongestText, text.Length));
        var bounds = new Dictionary<string, EventBound?>();
        foreach (var name in new[] { "from", "to" })
        {
            bounds[name] = Of(name) is { } bound ? EventBound.Find(bound, isLast: name == "to") : null;
            if (bounds[name] is null && Of(name) is { } unread)
                faults.Add(Fault.At($"/{name}", "as-of-malformed", unread));
        }

        return (
            new(Of("zone"), Of("officer"), Of("organisation"), role, Of("type"), Of("stream"), period, decision, bounds["from"], bounds["to"], Of("text")),
            faults);
    }
}

/// <summary>An end of a stretch of the ledger: a position or an instant, one of the two.</summary>
public sealed record EventBound(long? Position, Instant? Instant)
{
    /// <summary><c>@position</c>, an RFC 3339 instant, or a day in Beijing, whole.</summary>
    /// <param name="isLast">Whether it is the end of the stretch, so that a day stands for its last moment and not its first.</param>
    public static EventBound? Find(string word, bool isLast)
    {
        if (word.StartsWith('@'))
        {
            return long.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? new(position, null)
                : null;
        }

        if (OffsetDateTimePattern.Rfc3339.Parse(word).TryGetValue(default, out var time))
            return new(null, time.ToInstant());
        return LocalDatePattern.Iso.Parse(word).TryGetValue(default, out var day)
            ? new(null, isLast ? BeginningOf(day.PlusDays(1)) - Duration.Epsilon : BeginningOf(day))
            : null;
    }

    private static Instant BeginningOf(LocalDate day) => DocumentDate.Zone.AtStartOfDay(day).ToInstant();
}
