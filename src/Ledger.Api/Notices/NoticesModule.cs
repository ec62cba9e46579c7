using Ledger.Api.Notices.Paper;
using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.Notices;

/// <summary>Quarterly notices: drafted, issued, superseded, drawn again, explained and printed.</summary>
public static class NoticesModule
{
    public static WebApplicationBuilder AddNotices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IssuedNotices>();
        builder.Services.AddSingleton<NoticeDrafts>();
        builder.Services.AddSingleton<QuarterlyNotices>();
        builder.Services.AddSingleton<NoticeActs>();
        builder.Services.AddSingleton<CellExplanations>();
        builder.Services.AddSingleton<PaperSheets>();
        builder.Services.AddSingleton<PaperPress>();
        builder.Services.AddSingleton<IClauseFacts, NoticeClauses>();
        return builder;
    }
}
