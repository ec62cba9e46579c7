using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using NodaTime;

namespace Ledger.Api.Assessment.Pages;

/// <summary>What takes a year's assessment on, and whose move it is.</summary>
/// <param name="Who">Null: nothing is to be done, only waited for.</param>
/// <param name="Count">How many of what is awaited; 0 where it is one act.</param>
/// <param name="Until">The last day of what is waited for.</param>
public sealed record NextMove(NextStep Step, Role? Who, int Count = 0, LocalDate? Until = null)
{
    public static NextMove Open { get; } = new(NextStep.Open, Role.Secretary);

    /// <param name="day">The day of the moment shown.</param>
    public static NextMove Of(AssessmentView year, LocalDate day) => year switch
    {
        { Phase: Phase.Declaring, DeclarationsMissing.Count: > 0 } => new(NextStep.Declare, Role.Member, year.DeclarationsMissing.Count),
        { Phase: Phase.Declaring } => new(NextStep.Freeze, Role.Secretary),
        { Phase: Phase.Voting } when year.Voting.Cast < year.Voting.Expected =>
            new(NextStep.Vote, Role.Member, year.Voting.Expected - year.Voting.Cast),
        { Phase: Phase.Voting } => new(NextStep.CloseVoting, Role.Chair),
        { Phase: Phase.Adjusting } => new(NextStep.Ratify, Role.Chair),
        { Phase: Phase.Ratified, PublicityUntil: { } until } when day <= until => new(NextStep.Display, Who: null, Until: until),
        { Phase: Phase.Ratified } => new(NextStep.Publish, Role.Secretary),
        { Phase: Phase.Published } when year.Appeals.Count(appeal => appeal.Decision is null) is > 0 and var open =>
            new(NextStep.DecideAppeals, Role.Chair, open),
        { Phase: Phase.Published, AppealsUntil: { } until } when day <= until => new(NextStep.AwaitAppeals, Role.Reporter, Until: until),
        { Phase: Phase.Published } => new(NextStep.Close, Role.Secretary),
        { Phase: Phase.Closed } => new(NextStep.Nothing, Who: null),
        _ => throw new ArgumentOutOfRangeException(nameof(year)),
    };
}

public enum NextStep
{
    Open,
    Declare,
    Freeze,
    Vote,
    CloseVoting,
    Ratify,
    Display,
    Publish,
    DecideAppeals,
    AwaitAppeals,
    Close,
    Nothing,
}
