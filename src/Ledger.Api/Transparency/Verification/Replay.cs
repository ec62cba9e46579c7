using System.Collections.Immutable;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Conference;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Transparency.Verification;

/// <summary>The whole ledger folded from its entries alone, one after another: what it said at the position it has come to.</summary>
/// <remarks>It folds by the Domain's own streams, as the program does; it asks no database and no read model.</remarks>
internal sealed class Replay
{
    private readonly Dictionary<string, ZoneReturn> returns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskPart> tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Institution> institutions = new(StringComparer.Ordinal);

    // Laid out in days only once something is cut, and again only where something happened since.
    private readonly Dictionary<string, InstitutionSpans> spans = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Period, NoticeHistory> notices = [];
    private readonly Dictionary<string, SchemeHistory> schemes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, AssessmentYear> years = [];
    private readonly Dictionary<string, Officer> officers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Meeting> meetings = new(StringComparer.Ordinal);

    public ProgrammeHistory Programme { get; private set; } = ProgrammeHistory.Stream.Initial;

    public long Position { get; private set; } = -1;

    public Instant RecordedAt { get; private set; }

    public NoticeHistory Notice(Period period) => notices.GetValueOrDefault(period) ?? NoticeHistory.Stream(period).Initial;

    public AssessmentYear Year(int year) => years.GetValueOrDefault(year) ?? AssessmentYear.Stream(year).Initial;

    /// <summary>Whether what an act named as its basis was decided by the joint conference here, and adopted.</summary>
    public bool IsBasis(string decision) =>
        DecisionReference.TryParse(decision, out var reference)
        && meetings.TryGetValue(Meeting.StreamId(reference.Meeting), out var meeting) && meeting.CheckBasis(reference.Item) is null;

    /// <summary>Kinds of events that nothing published rests on only move the position on.</summary>
    public void Fold(Recorded<object> recorded)
    {
        var (@event, provenance) = recorded;
        switch (@event)
        {
            case ReturnEvent e:
                var stream = ZoneReturn.StreamOf(provenance.Stream);
                returns[stream.Id] = stream.Evolve(returns.GetValueOrDefault(stream.Id, stream.Initial), new(e, provenance));
                break;
            case TaskEvent e:
                var part = TaskPart.StreamOf(provenance.Stream);
                tasks[part.Id] = part.Evolve(tasks.GetValueOrDefault(part.Id, part.Initial), new(e, provenance));
                break;
            case MeetingEvent e:
                var meeting = Meeting.StreamOf(provenance.Stream);
                meetings[meeting.Id] = meeting.Evolve(meetings.GetValueOrDefault(meeting.Id, meeting.Initial), new(e, provenance));
                break;
            case InstitutionEvent e:
                var institution = Institution.StreamOf(provenance.Stream);
                institutions[institution.Id] = institution.Evolve(institutions.GetValueOrDefault(institution.Id, institution.Initial), new(e, provenance));
                spans.Remove(institution.Id);
                break;
            case ProgrammeEvent e:
                Programme = ProgrammeHistory.Stream.Evolve(Programme, new(e, provenance));
                break;
            case NoticeEvent e:
                notices[e.Frozen.Content.Period] = NoticeHistory.Evolve(Notice(e.Frozen.Content.Period), new(e, provenance));
                break;
            case SchemeEvent e:
                schemes[e.Scheme.Id] = SchemeHistory.Evolve(
                    schemes.GetValueOrDefault(e.Scheme.Id) ?? SchemeHistory.Stream(e.Scheme.Id).Initial, new(e, provenance));
                break;
            case OfficerEvent e:
                var officer = Officer.Stream(provenance.Stream["officer/".Length..]);
                officers[officer.Id] = officer.Evolve(officers.GetValueOrDefault(officer.Id, officer.Initial), new(e, provenance));
                break;
            case AssessmentEvent e:
                var year = AssessmentYear.YearOf(provenance.Stream);
                years[year] = AssessmentYear.Evolve(Year(year), new(e, provenance));
                break;
        }

        (Position, RecordedAt) = (provenance.Position, provenance.RecordedAt);
    }

    /// <summary>What a quarter's notice would be drawn from here.</summary>
    public NoticeBasis BasisOf(Period period) => new()
    {
        Programme = Programme.InForce ?? throw new FormatException("No programme is in force."),
        Period = period,
        Position = Position,
        RecordedAt = RecordedAt,
        Day = RecordedAt.InZone(DocumentDate.Zone).Date,
        Figures = Book(period),
        Tasks = tasks.Values,
        Registered = Registered(period),
        Meetings = meetings.Values,
        Returns = [.. returns.Values.Where(state => state.Period <= period)],
        Before = notices.Where(notice => notice.Key < period).SelectMany(notice => notice.Value.Editions).LastOrDefault()?.Reference,
    };

    /// <summary>The names of everyone who ever held an office, by sign-in name.</summary>
    public IReadOnlyDictionary<string, string> Names() => officers.Values.ToDictionary(officer => officer.User, officer => officer.Name);

    /// <summary>The figures and returns that a year's assessment takes from here.</summary>
    public FrozenYear Freeze(int year)
    {
        // By the version that the year was opened under: it says which zones there are.
        var programme = Programme.Versions[Year(year).ProgrammeVersion - 1].Document;
        return new(
            Book(Period.OfYear(year)),
            [
                .. from zone in programme.Zones
                   from period in programme.Periods()
                   where period.Year == year && programme.IsThereIn(zone.Code, period)
                   let stream = ZoneReturn.Stream(zone.Code, period)
                   select returns.GetValueOrDefault(stream.Id, stream.Initial),
            ]);
    }

    /// <summary>All that a year's result rests on here, its figures as they were frozen.</summary>
    public YearFacts FactsOf(int year, FrozenYear frozen)
    {
        var state = Year(year);
        var scheme = schemes.GetValueOrDefault(state.Scheme)?.ForYear(year) ?? throw new FormatException($"No scheme is in force for {year}.");
        return new(
            scheme.Scheme, Programme.Versions[state.ProgrammeVersion - 1].Document, frozen.Figures, frozen.Returns, state,
            Year(year - 1).Grades(), state.FrozenOn!.Value);
    }

    private IReadOnlyDictionary<(string Zone, string Series), long> Registered(Period period)
    {
        foreach (var (stream, institution) in institutions)
        {
            if (!spans.ContainsKey(stream))
                spans.Add(stream, InstitutionSpans.Of(institution));
        }

        return RegisterNumbers.Of(Programme.InForce!.Document, period, spans.Values);
    }

    private FigureBook Book(Period upTo) => new(
        from state in returns.Values
        where state.Period <= upTo
        from figure in state.Figures.Values
        select figure.Standing);
}

/// <param name="Figures">Of the year and of all before it.</param>
/// <param name="Returns">Of the year's quarters and of the year itself, untouched ones included, zone by zone.</param>
internal sealed record FrozenYear(FigureBook Figures, IReadOnlyList<ZoneReturn> Returns);
