using System.Collections.Frozen;
using Ledger.Api.Access;
using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Audit.Findings;
using Ledger.Domain.Programme;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit;

/// <summary>What there is to ask about at a moment, in the reader's words.</summary>
public sealed class FindingReports(AuditHistories histories, Programmes programmes, Officers officers, ITexts texts)
{
    private static readonly FrozenDictionary<string, FindingKind> Kinds =
        Enum.GetValues<FindingKind>().ToFrozenDictionary(kind => kind.Word());

    private volatile Known? known;

    /// <param name="kind">Null: of every kind; else such as <c>after_publication</c>.</param>
    /// <param name="zone">Null: of every zone.</param>
    /// <param name="period">Null: of every period.</param>
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>finding-kind-unknown</c> or <c>zone-unknown</c>.</exception>
    public async Task<FindingReport> ReadAsync(string? kind, string? zone, Period? period, AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        FindingKind? wanted = null;
        if (kind is not null)
        {
            wanted = Kinds.TryGetValue(kind, out var found)
                ? found
                : throw new RefusedRequestException(Refusal.Of(RefusalKind.Malformed, "finding-kind-unknown", kind, Kinds.Keys.Order(StringComparer.Ordinal).Cast<object>().ToList()));
        }

        if (zone is not null)
            Returns.Require(programme, zone);
        var names = (await officers.AllAsync(asOf.Position, cancellation)).ToDictionary(standing => standing.Officer.User, standing => standing.Officer.Name);
        var concerned = (await FindAsync(programme, asOf, cancellation))
            .Where(finding => (zone is null || finding.Zone == zone) && (period is null || finding.Period == period)).ToList();
        return new(
            programme.Findings,
            [.. Enum.GetValues<FindingKind>().Select(each => new FindingKindReport(each, Rule(each, programme.Findings), concerned.Count(finding => finding.Kind == each)))],
            [.. concerned.Where(finding => wanted is null || finding.Kind == wanted).Select(finding => Tell(finding, names))]);
    }

    /// <summary>What asks for a question of the kind, with the thresholds in force.</summary>
    private string Rule(FindingKind kind, FindingRules rules) => texts[
        $"finding-rule.{kind.Word()}",
        kind switch
        {
            FindingKind.BeforeCut => [rules.BeforeCutDays, rules.BackdatedDays],
            FindingKind.RepeatedCorrections => [rules.OfficerCorrections, rules.OfficerDays],
            FindingKind.OnTheEdge => [rules.EdgeSteps],
            FindingKind.RepeatedDigits => [rules.DigitValues, rules.DigitChiSquare],
            FindingKind.EqualValues => [rules.EqualValues],
            FindingKind.Backdated => [rules.BackdatedDays],
            FindingKind.Cluster => [rules.BackdatedDays, rules.ClusterEntries, rules.ClusterMinutes],
            _ => [],
        }];

    private TellableFinding Tell(AuditFinding finding, Dictionary<string, string> names) => new(
        finding.Kind, finding.Code,
        texts[$"finding.{finding.Code}", [.. finding.Arguments.Select(said => said is OfficerAtIssue officer ? names.GetValueOrDefault(officer.User, officer.User) : said)]],
        finding.Zone, finding.Period, finding.Figures, finding.Measures, finding.Given, finding.Positions, finding.Events);

    /// <summary>A moment asked for is asked for again, by another filter or in another language: the last one is kept.</summary>
    private async Task<IReadOnlyList<AuditFinding>> FindAsync(ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        if (known is { } last && (last.Position, last.KnownOn) == (asOf.Position, asOf.KnownOn))
            return last.Findings;
        var history = await histories.ReadAsync(asOf, cancellation);
        var findings = AuditFindings.Of(new() { Programme = programme, Returns = history.Returns, Cuts = history.Cuts, Results = history.Results });
        known = new(asOf.Position, asOf.KnownOn, findings);
        return findings;
    }

    private sealed record Known(long Position, LocalDate? KnownOn, IReadOnlyList<AuditFinding> Findings);
}

/// <summary>Questions, and by what they were found.</summary>
/// <param name="Rules">The thresholds, as the programme sets them at the moment.</param>
/// <param name="Kinds">Every kind with how many there are, whichever kind was asked for.</param>
public sealed record FindingReport(FindingRules Rules, IReadOnlyList<FindingKindReport> Kinds, IReadOnlyList<TellableFinding> Findings);

/// <param name="Rule">What leads to such a question, in the reader's language.</param>
public sealed record FindingKindReport(FindingKind Kind, string Rule, int Count);

/// <inheritdoc cref="AuditFinding"/>
/// <param name="Question">In the reader's language.</param>
public sealed record TellableFinding(
    FindingKind Kind, string Code, string Question, string? Zone, Period? Period, IReadOnlyList<FigureAtIssue> Figures,
    IReadOnlyList<FindingMeasure> Measures, string? Given, IReadOnlyList<Stretch> Positions, IReadOnlyList<FindingEvent> Events);
