using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;

namespace Ledger.Domain.Audit;

/// <summary>What of the history a reader is not told, so that it says no more than the assessment's own pages do.</summary>
/// <remarks>
/// Of a ballot everybody is told that one was cast; on what, and what it says, only its member until the result is ratified. What an interest
/// is, is told to its member and to those who lead the year. All by the ledger of the moment asked about, so that a moment is
/// always answered alike.
/// </remarks>
public static class EventSecrets
{
    /// <summary>Whether the reader is told who has voted, and what a conflict of interest is.</summary>
    public static bool AreToldOfMembers(Actor reader) => reader.Role is Role.Secretary or Role.Chair or Role.Auditor;

    /// <summary>Whether the reader is told what was cast, once voting was closed and the result is not ratified.</summary>
    /// <param name="year">As of the moment asked about.</param>
    /// <param name="zones">Whom the ballots judge.</param>
    public static bool AreToldBallots(Actor reader, AssessmentYear year, long position, IEnumerable<string> zones) =>
        ReadMaterial.Check(year, reader, position, zones) is null;
}
