using Ledger.Domain.Assessment;
using Ledger.Domain.Notices;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Transparency.Verification;

/// <summary>At which positions something was cut that was published later: they have to be known before the entries are folded.</summary>
internal sealed class Cuts
{
    /// <summary>The stored kinds of events that name a cut.</summary>
    public static readonly IReadOnlySet<Type> Kinds = new HashSet<Type> { typeof(NoticeIssued), typeof(NoticeSuperseded), typeof(FiguresFrozen) };

    private readonly Dictionary<long, HashSet<(Period Period, int Form)>> notices = [];
    private readonly Dictionary<long, HashSet<int>> years = [];

    public void Note(object @event, string stream)
    {
        if (@event is NoticeEvent notice)
            Set(notices, notice.Frozen.Content.Position).Add((notice.Frozen.Content.Period, notice.Frozen.Content.Shape));
        else if (@event is FiguresFrozen frozen)
            Set(years, frozen.Position).Add(AssessmentYear.YearOf(stream));
    }

    /// <summary>The quarters, each with the form in which its notice was issued.</summary>
    public IReadOnlyCollection<(Period Period, int Form)> NoticesAt(long position) => notices.GetValueOrDefault(position) ?? [];

    public IReadOnlyCollection<int> YearsAt(long position) => years.GetValueOrDefault(position) ?? [];

    private static HashSet<T> Set<T>(Dictionary<long, HashSet<T>> sets, long position) =>
        sets.TryGetValue(position, out var set) ? set : sets[position] = [];
}
