using System.Globalization;
using Ledger.Api.Assessment;
using Ledger.Api.Notices;
using Ledger.Api.Notices.Paper;
using Ledger.Api.Transparency.Bundles;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Notices;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Transparency.Verification;

/// <summary>
/// Works out again everything that was published, from the entries alone, and compares: each edition of a notice at the position at which
/// it was cut, each result of an assessment on the figures that were frozen for it, each opened ballot with what was sealed; and looks up each
/// decision that an act names as its basis.
/// </summary>
/// <remarks>Only the state of the position it has come to is kept, and what was drawn at cuts whose publication is still to come.</remarks>
/// <param name="cuts">What has to be drawn where; found by a first walk over the entries.</param>
/// <param name="rootOf">The tree's root over so many entries, as worked out from the entries.</param>
internal sealed class Recomputation(Cuts cuts, Func<long, byte[]> rootOf)
{
    private static readonly IReadOnlyDictionary<string, string> Nobody = new Dictionary<string, string>();

    private readonly Replay replay = new();
    private readonly Dictionary<(long Cut, Period Period, int Form), NoticeContent> drawn = [];
    private readonly Dictionary<long, IReadOnlyDictionary<string, string>> people = [];
    private readonly Dictionary<(long Cut, int Year), FrozenYear> frozen = [];
    private readonly List<RecomputedPaper> papers = [];
    private readonly Dictionary<(int Year, BallotKey Key), string> commitments = [];

    public int Notices { get; private set; }

    public int Results { get; private set; }

    public int Ballots { get; private set; }

    /// <summary>The paper of each edition, as it follows from the entries.</summary>
    public IReadOnlyList<RecomputedPaper> Papers => papers;

    /// <summary>Compares what the event publishes with what follows from all before it, then folds it.</summary>
    /// <returns>Nothing when all is well.</returns>
    public IReadOnlyList<Divergence> Fold(Recorded<object> recorded)
    {
        IReadOnlyList<Divergence> found = recorded.Event switch
        {
            NoticeEvent e => [.. CheckNotice(e, recorded.Provenance)],
            ScorecardsRecorded e => [.. CheckResult(e, recorded.Provenance)],
            VotingClosed e => [.. CheckBallots(e, recorded.Provenance)],
            _ => [],
        };
        if (recorded.Provenance.Decision is { } decision && !replay.IsBasis(decision))
            found = [.. found, Divergence.AtEntry(DivergenceClass.Publication, recorded.Provenance.Position, "basis-not-decided", decision)];
        if (recorded.Event is BallotSealed ballot)
        {
            var year = AssessmentYear.YearOf(recorded.Provenance.Stream);
            commitments[(year, new(ballot.Member, ballot.Zone, ballot.Criterion))] = ballot.Commitment;
        }

        replay.Fold(recorded);
        DrawWhatIsCutHere();
        if (recorded.Event is NoticeEvent notice && found.Count == 0)
            papers.Add(Paper(notice, recorded.Provenance));
        return found;
    }

    private void DrawWhatIsCutHere()
    {
        foreach (var (period, form) in cuts.NoticesAt(replay.Position).Where(notice => NoticeForms.IsKnown(notice.Form)))
        {
            drawn[(replay.Position, period, form)] = NoticeDrawing.Draw(replay.BasisOf(period), form).Content;
            people[replay.Position] = replay.Names();
        }

        foreach (var year in cuts.YearsAt(replay.Position))
            frozen[(replay.Position, year)] = replay.Freeze(year);
    }

    private IEnumerable<Divergence> CheckNotice(NoticeEvent e, Provenance at)
    {
        Notices++;
        var content = e.Frozen.Content;
        var name = FormattableString.Invariant($"{content.Period} ({e.Edition})");
        if (CanonicalNotice.HashOf(content) != e.Frozen.ContentHash)
            yield return Diverges(at, "notice-hash-differs", name);
        if (!NoticeForms.IsKnown(content.Shape))
        {
            yield return Diverges(at, "notice-form-unknown", name, content.Shape, NoticeForms.Current);
            yield break;
        }

        if (!drawn.TryGetValue((content.Position, content.Period, content.Shape), out var again))
        {
            yield return Diverges(at, "notice-cut-unknown", name, content.Position);
            yield break;
        }

        if (!CanonicalNotice.BytesOf(content).AsSpan().SequenceEqual(CanonicalNotice.BytesOf(again)))
        {
            var (cell, said, follows) = FirstDifference(content, again);
            yield return Diverges(at, "notice-does-not-follow", name, cell, said, follows);
        }

        if (e.Frozen.LogRoot is { } root && root != Convert.ToBase64String(rootOf(content.Position + 1)))
            yield return Diverges(at, "notice-root-differs", name, content.Position);
        if (e is NoticeSuperseded superseded && replay.Notice(content.Period).InForce is { } before)
        {
            var difference = NoticeDifference.Between(before.Content, content);
            if (!difference.Cells.Select(change => change.Id).SequenceEqual(superseded.Changes.Select(change => change.Id)))
                yield return Diverges(at, "notice-changes-differ", name);
        }
    }

    private RecomputedPaper Paper(NoticeEvent e, Provenance at)
    {
        var editions = replay.Notice(e.Frozen.Content.Period).Editions;
        var replaces = editions.Count > 1 ? editions[^2].DocumentNumber.Text : null;
        var content = e.Frozen.Content;
        return new(at.Position, PublishedFiles.Of(e)!.Name, PaperSheet.OfEdition(
            editions[^1], replaces, new(replay.Programme.Versions[content.ProgrammeVersion - 1].Document, content.Corrections.Count == 0 ? Nobody : people[content.Position])));
    }

    private static (string Cell, string Said, string Follows) FirstDifference(NoticeContent content, NoticeContent again)
    {
        var difference = NoticeDifference.Between(content, again);
        return difference switch
        {
            { Cells: [var cell, ..] } => (cell.Id, Print(cell.Before), Print(cell.After)),
            { Others: [var other, ..] } => (other.What, other.Before ?? "—", other.After ?? "—"),
            _ => ("…", CanonicalNotice.HashOf(content), CanonicalNotice.HashOf(again)),
        };

        static string Print(Cell? cell) => cell?.Value?.ToString(CultureInfo.InvariantCulture) ?? cell?.Reason?.ToString() ?? "—";
    }

    private IEnumerable<Divergence> CheckResult(ScorecardsRecorded e, Provenance at)
    {
        Results++;
        var year = e.Content.Year;
        var name = FormattableString.Invariant($"{year} ({e.Edition})");
        if (CanonicalResult.HashOf(e.Content) != e.Hash)
            yield return Diverges(at, "result-hash-differs", name);
        if (replay.Year(year).FiguresPosition is not { } cut || !frozen.TryGetValue((cut, year), out var figures))
        {
            yield return Diverges(at, "result-figures-unknown", name, e.Content.Position);
            yield break;
        }

        var again = AssessmentFacts.Draw(replay.FactsOf(year, figures));
        if (again.Hash == CanonicalResult.HashOf(e.Content))
            yield break;
        var zone = e.Content.Zones.Zip(again.Content.Zones)
            .FirstOrDefault(pair => (pair.First.Final, pair.First.Place, pair.First.Grade) != (pair.Second.Final, pair.Second.Place, pair.Second.Grade));
        yield return zone.First is { } said
            ? Diverges(at, "result-does-not-follow", name, said.Zone, Print(said), Print(zone.Second))
            : Diverges(at, "result-detail-does-not-follow", name, CanonicalResult.HashOf(e.Content), again.Hash);
    }

    private static string Print(ZoneScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"{score.Final?.ToString(CultureInfo.InvariantCulture) ?? "—"}, {score.Grade ?? "—"}, {score.Place?.Number}");

    private IEnumerable<Divergence> CheckBallots(VotingClosed e, Provenance at)
    {
        var year = AssessmentYear.YearOf(at.Stream);
        foreach (var ballot in e.Ballots)
        {
            Ballots++;
            if (commitments.GetValueOrDefault((year, new(ballot.Member, ballot.Zone, ballot.Criterion))) != BallotSeal.Commit(year, ballot))
                yield return Diverges(at, "ballot-not-as-sealed", ballot.Member, ballot.Zone, ballot.Criterion);
        }
    }

    private static Divergence Diverges(Provenance at, string code, params object[] arguments) =>
        Divergence.AtEntry(DivergenceClass.Publication, at.Position, code, arguments);
}

/// <param name="Position">Of the entry that issued it.</param>
/// <param name="Data">The path of the notice's data in a bundle; the paper lies beside it.</param>
internal sealed record RecomputedPaper(long Position, string Data, PaperSheet Sheet);
