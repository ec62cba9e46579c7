using Ledger.Api.Store;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency;

/// <summary>The stored names of <see cref="LogKeyEvent"/> and <see cref="HistoryChecked"/>.</summary>
public static class TransparencyEventNames
{
    public static EventNames AddTransparency(this EventNames names) => names
        .Add<LogKeyMade>("log_key_made")
        .Add<LogKeyReplaced>("log_key_replaced")
        .Add<HistoryChecked>("history_checked");
}
