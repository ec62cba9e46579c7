using Ledger.Api.Lists;
using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.KeyTasks;

/// <summary>The plan's key tasks and safeguards: milestones, quarterly reports, supervision.</summary>
public static class KeyTasksModule
{
    public static WebApplicationBuilder AddKeyTasks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TaskParts>();
        builder.Services.AddSingleton<TaskActs>();
        builder.Services.AddListImport<TaskLists>();
        builder.Services.AddSingleton<IClauseFacts, TaskClauses>();
        return builder;
    }
}
