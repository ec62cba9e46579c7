using System.Text.Json.Serialization;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using NodaTime;

namespace Ledger.Api.Sample;

/// <summary>A line of <c>assessments.json</c>: what happened in a year's assessment beside its ballots.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Declare), "declare")]
[JsonDerivedType(typeof(Freeze), "freeze")]
[JsonDerivedType(typeof(EndVoting), "close_voting")]
[JsonDerivedType(typeof(Adjust), "adjust")]
[JsonDerivedType(typeof(Forbid), "veto")]
[JsonDerivedType(typeof(Ratify), "ratify")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(ObjectTo), "appeal")]
[JsonDerivedType(typeof(Dismiss), "dismiss")]
[JsonDerivedType(typeof(Uphold), "uphold")]
[JsonDerivedType(typeof(Reopen), "reopen")]
[JsonDerivedType(typeof(Follow), "follow")]
[JsonDerivedType(typeof(End), "close")]
internal abstract record AssessmentLine(LocalDate On, int Year)
{
    private const string Secretary = "stb";
    private const string Chair = "chair";

    /// <summary>Who acts.</summary>
    [JsonIgnore]
    public virtual string By => Secretary;

    /// <param name="papers">Hashes of papers by the names of their files.</param>
    public abstract object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers);

    internal sealed record Open(
        LocalDate On, int Year, string Scheme, int Version, IReadOnlyList<string> Members, int Quorum) : AssessmentLine(On, Year)
    {
        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) =>
            new OpenAssessment(Scheme, Version, Members, Chair, Quorum, On);
    }

    /// <param name="Conflict">Null: free to judge the zone.</param>
    internal sealed record Declare(LocalDate On, int Year, string Member, string Zone, string? Conflict = null) : AssessmentLine(On, Year)
    {
        public override string By => Member;

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) =>
            new DeclareInterest(Zone, Conflict is null ? Interest.None : Interest.Conflict, Conflict, On);
    }

    internal sealed record Freeze(LocalDate On, int Year) : AssessmentLine(On, Year)
    {
        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) => new FreezeFigures(On);
    }

    internal sealed record EndVoting(LocalDate On, int Year) : AssessmentLine(On, Year)
    {
        public override string By => Chair;

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) => new CloseVoting(On);
    }

    internal sealed record Adjust(LocalDate On, int Year, string Zone, string Item, Document Document, string Text) : AssessmentLine(On, Year)
    {
        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) =>
            new RecordAdjustment(Zone, Item, Count: 1, Document, Text, On);
    }

    internal sealed record Forbid(LocalDate On, int Year, string Zone, string Item, Document Document, string Text) : AssessmentLine(On, Year)
    {
        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) =>
            new RecordVeto(Zone, Item, Document, Text, On);
    }

    internal sealed record Ratify(LocalDate On, int Year, IReadOnlyList<string> Present, string Minutes) : AssessmentLine(On, Year)
    {
        public override string By => Chair;

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) => new RatifyResult(Present, Minutes, On);
    }

    internal sealed record Publish(LocalDate On, int Year) : AssessmentLine(On, Year)
    {
        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) => new PublishResult(On);
    }

    internal sealed record ObjectTo(
        LocalDate On, int Year, string Zone, IReadOnlyList<string> Cells, string Grounds, IReadOnlyList<string> Papers) : AssessmentLine(On, Year)
    {
        public override string By => Zone.ToLowerInvariant();

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) =>
            new LodgeAppeal(Zone, Cells, Grounds, papers(Papers), On);
    }

    internal sealed record Dismiss(LocalDate On, int Year, int Appeal, string Reason) : AssessmentLine(On, Year)
    {
        public override string By => Chair;

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) =>
            new DecideAppeal(Appeal, Upheld: false, Remedy: null, Reason, On);
    }

    /// <param name="LiftAdjustments">Null: the remedy is to take the figures as they stand that day.</param>
    internal sealed record Uphold(LocalDate On, int Year, int Appeal, string Reason, IReadOnlyList<int>? LiftAdjustments = null)
        : AssessmentLine(On, Year)
    {
        public override string By => Chair;

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) => LiftAdjustments is null
            ? new UpholdWithFiguresOfTheDay(Appeal, Reason, On)
            : new DecideAppeal(Appeal, Upheld: true, new Remedy(Position: null, LiftAdjustments, []), Reason, On);
    }

    internal sealed record Reopen(LocalDate On, int Year, Phase To, string Reason) : AssessmentLine(On, Year)
    {
        public override string By => Chair;

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) => new ReopenAssessment(To, Reason, On);
    }

    /// <param name="Reporter">The zone's reporter; null: the secretary, with whose word it is done.</param>
    internal sealed record Follow(
        LocalDate On, int Year, int Outcome, string Text, string? Reporter = null, IReadOnlyList<string>? Papers = null) : AssessmentLine(On, Year)
    {
        public override string By => Reporter ?? Secretary;

        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) =>
            new FollowOutcome(Outcome, Text, papers(Papers ?? []), Completed: Reporter is null, On);
    }

    internal sealed record End(LocalDate On, int Year) : AssessmentLine(On, Year)
    {
        public override object Command(Func<IReadOnlyList<string>, IReadOnlyList<string>> papers) => new CloseAssessment(On);
    }
}

/// <summary>An appeal is upheld by taking the figures as they stand that day; where in the ledger that is shows only once it is loaded.</summary>
internal sealed record UpholdWithFiguresOfTheDay(int Appeal, string Reason, LocalDate On)
{
    public DecideAppeal At(long position) => new(Appeal, Upheld: true, new Remedy(position, [], []), Reason, On);
}
