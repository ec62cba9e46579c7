using Ledger.Domain;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Notices;

namespace Ledger.Api.Notices.Paper;

/// <summary>How far a supervision has come, in a table's few words.</summary>
public static class SupervisionPrint
{
    public static string State(SupervisedPart part, TextsIn words, Language language) => part switch
    {
        { State: SupervisionState.Closed, ClosedOn: { } closed } => words["paper.supervised.closed", PaperPrint.Date(closed, language)],
        { State: SupervisionState.Answered, AnsweredOn: { } answered } => words["paper.supervised.answered", PaperPrint.Date(answered, language)],
        { IsLate: true } => words["paper.supervised.late"],
        _ => words["paper.supervised.open"],
    };
}
