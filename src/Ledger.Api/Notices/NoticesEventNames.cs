using Ledger.Api.Store;
using Ledger.Domain.Notices;

namespace Ledger.Api.Notices;

/// <summary>The stored names of <see cref="NoticeEvent"/> and <see cref="DocumentNumberEvent"/>.</summary>
public static class NoticesEventNames
{
    public static EventNames AddNotices(this EventNames names) => names
        .Add<NoticeIssued>("notice_issued")
        .Add<NoticeSuperseded>("notice_superseded")
        .Add<DocumentNumberGiven>("document_number_given");
}
