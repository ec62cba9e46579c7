using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Ledger.Api.Reporting.Pages;

/// <summary>A page on which a return is acted on. Every act is decided on the version shown; a refusal stays beside its form.</summary>
public abstract class ActPage : ReadPage
{
    private readonly Dictionary<string, Refusal> refusals = [];
    private bool isActing;

    [Inject]
    private ITexts Words { get; set; } = null!;

    [Inject]
    protected ReturnActs Acts { get; set; } = null!;

    /// <summary>What was typed and is not in the ledger yet.</summary>
    protected TypedFields Typed { get; } = new();

    /// <summary>While an act is on its way no other is sent; nor is one before the page answers.</summary>
    protected bool IsBusy => isActing || !RendererInfo.IsInteractive;

    /// <summary>What the last act did, said once.</summary>
    protected string? Done { get; set; }

    /// <summary>The version of the stream that the page shows.</summary>
    protected abstract long Version { get; }

    protected Refusal? RefusalOf(string form) => refusals.GetValueOrDefault(form);

    /// <summary>What is wrong with a field, in the reader's language.</summary>
    protected IReadOnlyList<string> Faults(string form, string pointer) =>
        Words.FaultsAt(RefusalOf(form), pointer);

    /// <returns>Whether it was done; if not, the form has its refusal, and what was typed stays.</returns>
    /// <param name="done">What to say of what was recorded, given its position.</param>
    /// <param name="same">What to say where the ledger said so already and nothing was recorded; null: just that.</param>
    protected async Task<bool> ActAsync(string form, Func<WriteContext, Task<WriteResult>> act, Func<Receipt, string> done, string? same = null)
    {
        if (IsBusy)
            return false;
        isActing = true;
        Done = null;
        try
        {
            switch (await act(await Person.ContextAsync(Version, cancellation: Leaving)))
            {
                case WriteResult.Written(var receipt):
                    refusals.Remove(form);
                    await ReadAgainAsync();
                    Done = receipt.Events == 0 ? same ?? Words["form.same"] : done(receipt);
                    return true;
                case WriteResult.Refused(var refusal):
                    refusals[form] = refusal;
                    if (refusal.Kind == RefusalKind.Stale)
                        await ReadAgainAsync();
                    return false;
                default:
                    throw new InvalidOperationException("A write is either written or refused.");
            }
        }
        catch (RefusedRequestException refused)
        {
            refusals[form] = refused.Refusal;
            return false;
        }
        finally
        {
            isActing = false;
        }
    }

    /// <summary>The date of the paper as a date field has it; null: none was given.</summary>
    protected LocalDate? DateIn(string field) => Typed.DateIn(field);
}
