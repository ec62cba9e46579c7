using Ledger.Domain;
using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Api.Registers;

/// <summary>A row of one of the register's tables, and from where to where in the ledger it was known.</summary>
/// <param name="PositionTo">Null while it stands; so with <paramref name="KnownTo"/>.</param>
internal sealed record RegisterRow<T>(string Code, T Span, long PositionFrom, LocalDate KnownOn, long? PositionTo = null, LocalDate? KnownTo = null);

/// <summary>A row that stood in the tables already and stands no more.</summary>
internal sealed record ClosedRow<T>(string Code, T Span, long PositionTo, LocalDate KnownTo);

/// <summary>The rows that a stretch of some institutions' histories makes, table by table.</summary>
internal sealed class RegisterRows
{
    public Table<Residence> Residences { get; } = new((code, span) => FormattableString.Invariant($"{code} {span.From:uuuu-MM-dd}"));

    public Table<Standing> Standings { get; } = new((code, span) => FormattableString.Invariant($"{code} {span.Kind} {span.From:uuuu-MM-dd}"));

    public Table<FirstRecognition> Firsts { get; } = new((code, span) => $"{code} {span.Kind} {span.Level}");

    public int Count => Residences.Rows.Count + Standings.Rows.Count + Firsts.Rows.Count;

    public bool IsEmpty => Count + Residences.Closed.Count + Standings.Closed.Count + Firsts.Closed.Count == 0;

    private void Add(Institution institution, InstitutionSpans before, InstitutionSpans after, Recorded<InstitutionEvent> by)
    {
        Residences.Add(institution.Code, before.Residences, after.Residences, by);
        Standings.Add(institution.Code, before.Standings, after.Standings, by);
        Firsts.Add(institution.Code, before.Firsts, after.Firsts, by);
    }

    /// <summary>Folds a history and adds the rows that its versions from one on make.</summary>
    public void Fold(EventStream<Institution, InstitutionEvent> stream, IEnumerable<Recorded<InstitutionEvent>> history, long from)
    {
        var (state, spans) = (stream.Initial, default(InstitutionSpans));
        foreach (var recorded in history)
        {
            var isNew = recorded.Provenance.Version >= from;
            if (isNew)
                spans ??= InstitutionSpans.Of(state);
            try
            {
                state = stream.Evolve(state, recorded);
                if (!isNew)
                    continue;
                var after = InstitutionSpans.Of(state);
                Add(state, spans!, after, recorded);
                spans = after;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"The event at position {recorded.Provenance.Position} ({stream.Id}, version {recorded.Provenance.Version}) cannot be folded.", exception);
            }
        }
    }

    internal sealed class Table<T>(Func<string, T, string> keyOf)
        where T : notnull
    {
        private readonly Dictionary<string, int> standing = new(StringComparer.Ordinal);

        public List<RegisterRow<T>> Rows { get; } = [];

        public List<ClosedRow<T>> Closed { get; } = [];

        public void Add(string code, IReadOnlyList<T> before, IReadOnlyList<T> after, Recorded<InstitutionEvent> by)
        {
            foreach (var gone in before.Except(after))
            {
                var key = keyOf(code, gone);
                if (standing.Remove(key, out var at))
                    Rows[at] = Rows[at] with { PositionTo = by.Provenance.Position, KnownTo = by.Event.On };
                else
                    Closed.Add(new(code, gone, by.Provenance.Position, by.Event.On));
            }

            foreach (var come in after.Except(before))
            {
                standing[keyOf(code, come)] = Rows.Count;
                Rows.Add(new(code, come, by.Provenance.Position, by.Event.On));
            }
        }
    }
}
