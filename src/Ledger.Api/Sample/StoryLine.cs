using System.Text.Json.Serialization;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Sample;

/// <summary>A line of <c>acts.json</c>: what happened to a return beside its being reported, submitted and accepted.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(Restate), "restate")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Resubmit), "resubmit")]
[JsonDerivedType(typeof(Ask), "query")]
[JsonDerivedType(typeof(Reply), "answer")]
[JsonDerivedType(typeof(Return), "send_back")]
[JsonDerivedType(typeof(RequestChange), "request_correction")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(Refuse), "refuse")]
internal abstract record StoryLine(LocalDate On, string Zone, Period Period)
{
    /// <summary>Whether the bureau acts; otherwise the zone does.</summary>
    [JsonIgnore]
    public abstract bool ByBureau { get; }

    public abstract object Command(SampleReturns returns);

    internal sealed record Restate(LocalDate On, string Zone, Period Period, IReadOnlyList<RestatedFigure> Figures, string Reason)
        : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => false;

        public override object Command(SampleReturns returns) => new ReportFigures(
            [.. Figures.Select(figure => returns.Line(figure.Series, figure.Value, figure.Note, figure.Papers ?? []))], Reason, On);
    }

    internal sealed record Withdraw(LocalDate On, string Zone, Period Period, string Series, string Reason) : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => false;

        public override object Command(SampleReturns returns) => new WithdrawFigure(Series, Reason, On);
    }

    /// <param name="Settled">Checks that have nothing more to say once the figures were put right.</param>
    internal sealed record Resubmit(LocalDate On, string Zone, Period Period, IReadOnlyList<string>? Settled = null)
        : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => false;

        public override object Command(SampleReturns returns) => returns.Submission(Zone, Period, On, Settled ?? []);
    }

    internal sealed record Ask(LocalDate On, string Zone, Period Period, string Series, string Text) : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => true;

        public override object Command(SampleReturns returns) => new QueryFigure(Series, Text, On);
    }

    internal sealed record Reply(LocalDate On, string Zone, Period Period, int Query, string Text) : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => false;

        public override object Command(SampleReturns returns) => new AnswerQuery(Query, Text, On);
    }

    internal sealed record Return(LocalDate On, string Zone, Period Period, IReadOnlyList<string> Series, string Reason)
        : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => true;

        public override object Command(SampleReturns returns) => new SendBack(Reason, Series, On);
    }

    internal sealed record RequestChange(
        LocalDate On, string Zone, Period Period, string Series, decimal Value, CorrectionKind Kind, string Reason,
        IReadOnlyList<string> Papers)
        : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => false;

        public override object Command(SampleReturns returns) =>
            new RequestCorrection(Series, Value, Kind, Reason, returns.Hashes(Papers), On);
    }

    internal sealed record Approve(LocalDate On, string Zone, Period Period, int Correction, string Reason) : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => true;

        public override object Command(SampleReturns returns) => new ApproveCorrection(Correction, Reason, On);
    }

    internal sealed record Refuse(LocalDate On, string Zone, Period Period, int Correction, string Reason) : StoryLine(On, Zone, Period)
    {
        public override bool ByBureau => true;

        public override object Command(SampleReturns returns) => new RefuseCorrection(Correction, Reason, On);
    }
}

/// <param name="Papers">Names of files among the sample's papers.</param>
internal sealed record RestatedFigure(string Series, decimal Value, string? Note = null, IReadOnlyList<string>? Papers = null);
