using Ledger.Api.Store;
using Ledger.Domain.Reporting;

namespace Ledger.Api.Reporting;

/// <summary>The stored names of <see cref="ReturnEvent"/>.</summary>
public static class ReportingEventNames
{
    public static EventNames AddReporting(this EventNames names) => names
        .Add<FigureReported>("figure_reported")
        .Add<FigureWithdrawn>("figure_withdrawn")
        .Add<ReturnSubmitted>("return_submitted")
        .Add<FigureQueried>("figure_queried")
        .Add<QueryAnswered>("query_answered")
        .Add<ReturnSentBack>("return_sent_back")
        .Add<ReturnAccepted>("return_accepted")
        .Add<CorrectionRequested>("correction_requested")
        .Add<CorrectionApproved>("correction_approved")
        .Add<CorrectionRefused>("correction_refused")
        .Add<ReturnFellOverdue>("return_fell_overdue");
}
