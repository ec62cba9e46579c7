using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using NodaTime;

namespace Ledger.Api.Assessment;

/// <summary>What a year's grades led to as of any position: how far each has come by whose word, and why one was reversed.</summary>
public sealed class OutcomeCourses(LedgerReader reader, Assessments assessments)
{
    /// <summary>In the order of their numbers.</summary>
    /// <exception cref="RefusedRequestException"><c>assessment-not-opened</c>.</exception>
    public async Task<IReadOnlyList<OutcomeCourse>> OfYearAsync(int year, long position, CancellationToken cancellation)
    {
        var state = (await assessments.CurrentAsync(year, position, cancellation)).State;
        var history = await reader.HistoryAsync<AssessmentEvent>(AssessmentYear.StreamId(year), position, cancellation);
        var reporters = history.Where(recorded => Reported(recorded.Event) is not null)
            .ToLookup(recorded => Reported(recorded.Event)!.Value, recorded => recorded.Provenance);
        var reversals = Reversals(history.Select(recorded => recorded.Event));
        return
        [
            .. state.Outcomes.Select(outcome => new OutcomeCourse(
                outcome, state.Results[outcome.Edition - 1].Content,
                [.. outcome.Reports.Zip(reporters[outcome.Decision.Number], (report, told) => new SignedReport(report, told.Actor, told.Decision))],
                reversals.GetValueOrDefault(outcome.Decision.Number))),
        ];
    }

    private static int? Reported(AssessmentEvent @event) => @event switch
    {
        OutcomeReported reported => reported.Number,
        OutcomeCompleted completed => completed.Number,
        _ => null,
    };

    /// <summary>An edition follows from the appeal that was upheld, or from the reopening, before it.</summary>
    private static Dictionary<int, Reversal> Reversals(IEnumerable<AssessmentEvent> history)
    {
        var reversals = new Dictionary<int, Reversal>();
        (int? Appeal, string Reason) cause = (null, "");
        foreach (var @event in history)
        {
            switch (@event)
            {
                case AppealDecided { Upheld: true } decided:
                    cause = (decided.Number, decided.Reason);
                    break;
                case AssessmentReopened reopened:
                    cause = (null, reopened.Reason);
                    break;
                case ResultPublished published:
                    foreach (var number in published.Reversed)
                        reversals[number] = new(published.Edition, published.On, cause.Appeal, cause.Reason);
                    break;
                default:
                    break;
            }
        }

        return reversals;
    }
}

/// <param name="Content">The result that it follows from.</param>
/// <param name="Reports">In the order in which they were recorded.</param>
/// <param name="Reversal">Null while it stands.</param>
public sealed record OutcomeCourse(FollowedOutcome Outcome, ResultContent Content, IReadOnlyList<SignedReport> Reports, Reversal? Reversal);

/// <param name="Decision">Of the joint conference, on which it rests; null: it names none.</param>
public sealed record SignedReport(OutcomeReport Report, Actor By, string? Decision);

/// <summary>Why an outcome no longer follows.</summary>
/// <param name="Edition">The one that does not lead to it.</param>
/// <param name="Appeal">The upheld one that led to that edition; null: the year was reopened.</param>
/// <param name="Reason">Of the decision, or of the reopening.</param>
public sealed record Reversal(int Edition, LocalDate On, int? Appeal, string Reason);
