using Ledger.Api.Store;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Assessment;

/// <summary>The stored names of <see cref="SchemeEvent"/> and <see cref="AssessmentEvent"/>.</summary>
public static class AssessmentEventNames
{
    public static EventNames AddAssessment(this EventNames names) => names
        .Add<SchemeAdopted>("scheme_adopted")
        .Add<SchemeSuperseded>("scheme_superseded")
        .Add<AssessmentOpened>("assessment_opened")
        .Add<InterestDeclared>("interest_declared")
        .Add<FiguresFrozen>("figures_frozen")
        .Add<BallotSealed>("ballot_sealed")
        .Add<VotingClosed>("voting_closed")
        .Add<AdjustmentRecorded>("adjustment_recorded")
        .Add<AdjustmentLifted>("adjustment_lifted")
        .Add<VetoRecorded>("veto_recorded")
        .Add<VetoLifted>("veto_lifted")
        .Add<ScorecardsRecorded>("scorecards_recorded")
        .Add<ResultRatified>("result_ratified")
        .Add<ResultPublished>("result_published")
        .Add<AssessmentReopened>("assessment_reopened")
        .Add<AppealLodged>("appeal_lodged")
        .Add<AppealDecided>("appeal_decided")
        .Add<OutcomeReported>("outcome_reported")
        .Add<OutcomeCompleted>("outcome_completed")
        .Add<AssessmentClosed>("assessment_closed");
}
