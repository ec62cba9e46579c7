using Ledger.Domain;
using NodaTime;

namespace Ledger.Api.Store;

/// <summary>The date in Beijing now: the document date of an act that gives none.</summary>
public sealed class Today(IClock clock)
{
    public LocalDate Date => clock.GetCurrentInstant().InZone(DocumentDate.Zone).Date;
}
