using System.Text.Json.Serialization;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Sample;

/// <summary>A line of <c>zones.json</c>: what happened to a zone's cultivation, or to the conditions of all. Conditions and thresholds are invented.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(Condition), "criterion")]
[JsonDerivedType(typeof(Select), "select")]
[JsonDerivedType(typeof(Advance), "advance")]
[JsonDerivedType(typeof(Find), "finding")]
[JsonDerivedType(typeof(Confirm), "confirm")]
internal abstract record ZoneLine(LocalDate On)
{
    /// <summary>Null where it is about the conditions of all.</summary>
    [JsonIgnore]
    public virtual string? About => null;

    /// <summary>Whether the zone acts, and not the office.</summary>
    [JsonIgnore]
    public virtual bool IsZones => false;

    /// <param name="papers">By the names of their files.</param>
    public abstract object Command(IReadOnlyDictionary<string, SamplePaper> papers);

    internal sealed record Condition(LocalDate On, CriterionTerms Terms) : ZoneLine(On)
    {
        public override object Command(IReadOnlyDictionary<string, SamplePaper> papers) => new SetCriterion(Terms, On: On);
    }

    internal sealed record Select(LocalDate On, string Zone, Track Track, ZoneGoal GoalCode, string Goal, Force Commitment, Basis Basis) : ZoneLine(On)
    {
        public override string About => Zone;

        public override object Command(IReadOnlyDictionary<string, SamplePaper> papers) => new SelectZone(Track, GoalCode, Goal, Commitment, Basis, On);
    }

    internal sealed record Advance(LocalDate On, string Zone, Stage To, Basis Basis) : ZoneLine(On)
    {
        public override string About => Zone;

        public override object Command(IReadOnlyDictionary<string, SamplePaper> papers) => new AdvanceStage(To, Basis, On);
    }

    /// <param name="Papers">Names of files.</param>
    internal sealed record Find(
        LocalDate On, string Zone, int Criterion, Fulfilment Finding, string? Value, string Text, IReadOnlyList<string> Papers) : ZoneLine(On)
    {
        public override string About => Zone;

        public override bool IsZones => true;

        public override object Command(IReadOnlyDictionary<string, SamplePaper> papers) =>
            new StateFinding(Criterion, Finding, Value, Text, [.. Papers.Select(file => papers[file].Sha256)], On);
    }

    internal sealed record Confirm(LocalDate On, string Zone, int Criterion) : ZoneLine(On)
    {
        public override string About => Zone;

        public override object Command(IReadOnlyDictionary<string, SamplePaper> papers) => new ConfirmFinding(Criterion, On);
    }
}
