using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Reporting;

/// <summary>A program whose deadlines pass by themselves; of all returns only those for one quarter fall due soon.</summary>
public sealed class DeadlineHost : LedgerHost
{
    public static readonly Period Quarter = Period.OfQuarter(SystemClock.Instance.GetCurrentInstant().InUtc().Year, 1);

    private static readonly WriteContext Secretary = new(new Actor("stb", "STB", Role.Secretary));

    public Deadlines Deadlines => Services.GetRequiredService<Deadlines>();

    public Overdue Overdue => Services.GetRequiredService<Overdue>();

    protected override bool KeepsDeadlines => true;

    /// <summary>Starts over a ledger of its own, or over the one given.</summary>
    public static async Task<DeadlineHost> OverAsync(string? database = null)
    {
        var host = new DeadlineHost();
        await host.StartAsync(database);
        return host;
    }

    public override async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Brings the plan into force as if it were for this year, with the deadline of the quarter at a moment and all others far ahead.</summary>
    /// <remarks>Past the checks of a programme, which would not let a deadline lie so far off.</remarks>
    public async Task AdoptAsync(Instant dueAt, CancellationToken cancellation)
    {
        var due = dueAt.InZone(DocumentDate.Zone);
        var thisYear = Plan.Document with { FirstYear = Quarter.Year, LastYear = Quarter.Year };
        var document = thisYear with
        {
            Calendar = new(
                15, new AnnualDate(2, 14), due.TimeOfDay,
                [.. thisYear.Periods().Select((period, index) => new Extension(
                    period, period == Quarter ? due.Date : new LocalDate(2099, 1, 1).PlusDays(index), "試驗"))]),
        };
        var today = Services.GetRequiredService<Today>().Date;
        var result = await Writer.WriteAsync(
            ProgrammeHistory.Stream,
            history => new ProgrammeAdopted(today, history.Versions.Count + 1, document, new Basis(null, today, "錫林郭勒盟行政公署", null)),
            Secretary, cancellation);
        result.ShouldBeOfType<WriteResult.Written>();
    }

    public async Task<IReadOnlyList<Recorded<ReturnFellOverdue>>> RecordedAsync(CancellationToken cancellation) =>
        await Reader.OfTypeAsync<ReturnFellOverdue>(fromExclusive: null, to: null, cancellation);
}
