using Ledger.Api.Store;
using Ledger.Domain.KeyTasks;

namespace Ledger.Api.KeyTasks;

/// <summary>The stored names of <see cref="TaskEvent"/>.</summary>
public static class KeyTasksEventNames
{
    public static EventNames AddKeyTasks(this EventNames names) => names
        .Add<MilestoneSet>("milestone_set")
        .Add<MilestoneWithdrawn>("milestone_withdrawn")
        .Add<TaskReported>("task_reported")
        .Add<TaskConfirmed>("task_confirmed")
        .Add<TaskSentBack>("task_sent_back")
        .Add<TaskQueried>("task_queried")
        .Add<TaskQueryAnswered>("task_query_answered")
        .Add<TaskSupervised>("task_supervised")
        .Add<SupervisionAnswered>("supervision_answered")
        .Add<SupervisionClosed>("supervision_closed");
}
