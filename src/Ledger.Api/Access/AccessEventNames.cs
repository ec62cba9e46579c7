using Ledger.Api.Store;
using Ledger.Domain.Access;

namespace Ledger.Api.Access;

/// <summary>The stored names of <see cref="OfficerEvent"/>.</summary>
public static class AccessEventNames
{
    public static EventNames AddAccess(this EventNames names) => names
        .Add<OfficerAppointed>("officer_appointed")
        .Add<OfficerReassigned>("officer_reassigned")
        .Add<OfficerDismissed>("officer_dismissed");
}
