using Ledger.Api.Access;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Microsoft.AspNetCore.Components;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Reporting.Pages;

/// <summary>A page about returns at the moment its address names. It is drawn once what it shows was read, so nothing flickers.</summary>
public abstract class ReadPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private bool isRead;

    protected ReadPage() => Leaving = leaving.Token;

    [Inject]
    protected PageMoment Moment { get; set; } = null!;

    [Inject]
    protected PageActor Person { get; set; } = null!;

    [Inject]
    protected Programmes Programmes { get; set; } = null!;

    [Inject]
    protected Officers Officers { get; set; } = null!;

    [Inject]
    protected Returns Returns { get; set; } = null!;

    [Inject]
    protected Facts Facts { get; set; } = null!;

    [Inject]
    protected Today Today { get; set; } = null!;

    /// <summary>The answer while the page is prerendered; null once it lives in its circuit.</summary>
    [CascadingParameter]
    private HttpContext? Answer { get; set; }

    /// <summary>Why there is nothing to show.</summary>
    protected Refusal? Refusal { get; private set; }

    protected AsOf AsOf { get; private set; } = null!;

    protected Actor Actor { get; private set; } = null!;

    protected ProgrammeDocument Programme { get; private set; } = null!;

    protected People People { get; private set; } = null!;

    /// <remarks>Kept apart from its source, which is gone once the page was left in the midst of reading.</remarks>
    protected CancellationToken Leaving { get; }

    /// <summary>The day of the moment shown, from which days left are counted.</summary>
    protected LocalDate Day => AsOf switch
    {
        { KnownOn: { } day } => day,
        { Moment.Explicit: true } => AsOf.Moment.RecordedAt.InZone(DocumentDate.Zone).Date,
        _ => Today.Date,
    };

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isRead)
        {
            await ReadAgainAsync();
            isRead = true;
            // What is not there is shown by the site's own page for it. A ledger without a programme is told apart, and so is
            // what was not there yet at a past moment: the page says that.
            if (Answer is not null && AsOf is not { Moment.Explicit: true }
                && Refusal is { Kind: RefusalKind.NotFound, Code: not "programme-missing" })
                Answer.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads everything at the moment of the address: now has moved on when it is asked again.</summary>
    protected async Task ReadAgainAsync()
    {
        try
        {
            AsOf = await Moment.CurrentAsync(Leaving);
            Actor = await Person.CurrentAsync(Leaving);
            Programme = (await Programmes.InForceAsync(AsOf.Position, Leaving)).Document;
            if (NamesOf is { } year)
                Programme = Programme.AsCalledIn(year);
            People = new(await Officers.AllAsync(AsOf.Position, Leaving), Programme);
            Refusal = null;
            await ReadAsync();
        }
        catch (RefusedRequestException refused)
        {
            Refusal = refused.Refusal;
        }
        catch (ProjectionBehindException behind)
        {
            Refusal = Refusal.Of(RefusalKind.Conflict, "projection-behind", behind.Position);
        }
    }

    protected abstract Task ReadAsync();

    /// <summary>The year at whose end zones bore the names they have on this page; null: those of now.</summary>
    protected virtual int? NamesOf => null;

    /// <exception cref="RefusedRequestException"><c>period-outside-programme</c>: the address names no period.</exception>
    protected Period PeriodOf(string? code) => Period.TryParse(code, out var period)
        ? period.Value
        : throw new RefusedRequestException(Refusal.Of(
            RefusalKind.NotFound, "period-outside-programme", code ?? "", Programme.FirstYear, Programme.LastYear));

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        leaving.Cancel();
        leaving.Dispose();
    }
}
