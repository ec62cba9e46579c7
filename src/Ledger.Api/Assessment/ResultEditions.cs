using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using NodaTime;

namespace Ledger.Api.Assessment;

/// <summary>The editions of a year's result: what each superseded, and why it was made.</summary>
public sealed class ResultEditions(LedgerReader reader)
{
    /// <returns>The first one first; none before a result was recorded.</returns>
    public async Task<IReadOnlyList<ResultEdition>> OfYearAsync(int year, long position, CancellationToken cancellation)
    {
        var editions = new List<ResultEdition>();
        Recorded<AssessmentEvent>? cause = null;
        foreach (var recorded in await reader.HistoryAsync<AssessmentEvent>(AssessmentYear.StreamId(year), position, cancellation))
        {
            switch (recorded.Event)
            {
                case AssessmentReopened or AppealDecided { Upheld: true }:
                    cause = recorded;
                    break;
                case ScorecardsRecorded result:
                    editions.Add(new(result.Edition, result.Hash, result.On, result.Content, recorded.Provenance) { Cause = cause?.Event });
                    cause = null;
                    break;
                case ResultRatified ratified:
                    editions[ratified.Edition - 1] = editions[ratified.Edition - 1] with { Ratification = new(ratified.Present, ratified.Minutes, ratified.On) };
                    break;
                case ResultPublished published:
                    editions[published.Edition - 1] = editions[published.Edition - 1] with
                    {
                        PublishedOn = published.On, PublishedAt = recorded.Provenance.Position,
                    };
                    if (published.Supersedes is { } before && before != published.Edition)
                        editions[before - 1] = editions[before - 1] with { SupersededBy = published.Edition };
                    break;
            }
        }

        return editions;
    }
}

/// <param name="Recorded">Who recorded it, when, at which position.</param>
public sealed record ResultEdition(int Edition, string Hash, LocalDate RecordedOn, ResultContent Content, Provenance Recorded)
{
    /// <summary>The reopening or the upheld appeal that led to it; null for the first.</summary>
    public AssessmentEvent? Cause { get; init; }

    /// <summary>Null where no meeting ratified it: an appeal's edition, or one not ratified yet.</summary>
    public Ratification? Ratification { get; init; }

    public LocalDate? PublishedOn { get; init; }

    /// <summary>The position of the event that published it.</summary>
    public long? PublishedAt { get; init; }

    /// <summary>The edition that took its place once published.</summary>
    public int? SupersededBy { get; init; }
}
