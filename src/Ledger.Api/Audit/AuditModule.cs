using Ledger.Api.Audit.Traces;

namespace Ledger.Api.Audit;

/// <summary>Reading the history: its events, what is different between two moments, what is odd, what a figure went into.</summary>
public static class AuditModule
{
    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LedgerEvents>();
        builder.Services.AddSingleton<EventSentences>();
        builder.Services.AddSingleton<AuditHistories>();
        builder.Services.AddSingleton<FindingReports>();
        builder.Services.AddSingleton<RevisionReports>();
        builder.Services.AddSingleton<Comparisons>();
        builder.Services.AddSingleton<NoticeTraces>();
        builder.Services.AddSingleton<TargetTraces>();
        builder.Services.AddSingleton<ResultTraces>();
        builder.Services.AddSingleton<FigureTraces>();
        builder.Services.AddSingleton<CellProvenance>();
        return builder;
    }
}
