using System.Globalization;
using Ledger.Api.Access;
using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;

namespace Ledger.Api.Cli;

/// <summary>The ledger's main job without its pages: a notice is issued, printed, and drawn again to the same bytes.</summary>
public sealed class Once : LedgerCommand
{
    public override string Name => "once";

    public override string Usage => "[--issue PERIOD] [--show PERIOD] [--language zh-Hant|zh-Hans|en]";

    public override string Summary =>
        "Issues the notice that the sample leaves open (2025-Q4), unless it has been, prints and recomputes it; then prints another (2023-Q3).";

    public override async Task<int> RunAsync(WebApplication app, Arguments arguments, Terminal terminal)
    {
        var open = PeriodIn(arguments.Option("--issue") ?? "2025-Q4");
        var shown = PeriodIn(arguments.Option("--show") ?? "2023-Q3");
        var language = arguments.Option("--language") ?? Texts.Cultures[0];
        arguments.End();
        if (!Texts.Cultures.Contains(language))
            throw new UsageException($"--language is one of {string.Join(", ", Texts.Cultures)}.");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        var texts = app.Services.GetRequiredService<ITexts>();
        var notices = app.Services.GetRequiredService<QuarterlyNotices>();
        var print = new NoticePrint(terminal.Output, texts, Texts.Language);
        await app.StartAsync();
        try
        {
            if (await IssueAsync(app.Services, open) is { } refusal)
                return await terminal.ComplainAsync(refusal, texts);
            var position = (await app.Services.GetRequiredService<LedgerReader>().HeadAsync(CancellationToken.None)).Position;
            print.Edition(await notices.EditionAsync(open, edition: null, position, CancellationToken.None));
            var redrawing = await notices.RedrawAsync(open, edition: null, position, CancellationToken.None);
            print.Redrawing(redrawing);
            print.Edition(await notices.EditionAsync(shown, edition: null, position, CancellationToken.None));
            return redrawing.Holds ? 0 : 1;
        }
        catch (RefusedRequestException refused)
        {
            return await terminal.ComplainAsync(refused.Refusal, texts);
        }
        finally
        {
            await app.StopAsync();
        }
    }

    /// <returns>Why it could not be issued; null when it has been, now or before.</returns>
    private static async Task<Refusal?> IssueAsync(IServiceProvider services, Period period)
    {
        var secretary = (await services.GetRequiredService<Officers>().AllAsync(position: null, CancellationToken.None))
            .Select(standing => standing.Officer)
            .FirstOrDefault(officer => officer is { IsAppointed: true, Role: Role.Secretary });
        if (secretary is null)
            return Refusal.Of(RefusalKind.NotFound, "secretary-missing");
        var result = await services.GetRequiredService<NoticeActs>()
            .IssueAsync(period, new IssueNotice(), position: null, new WriteContext(secretary.Actor), CancellationToken.None);
        return result is WriteResult.Refused(var refusal) && refusal.Code != "notice-already-issued" ? refusal : null;
    }

    private static Period PeriodIn(string text) => Period.TryParse(text, out var period)
        ? period.Value
        : throw new UsageException($"'{text}' is no quarter such as 2023-Q3.");
}
