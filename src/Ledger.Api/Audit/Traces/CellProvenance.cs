using Ledger.Api.Assessment;
using Ledger.Api.Measures;
using Ledger.Api.Measures.Pages;
using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Api.Audit.Traces;

/// <summary>How a number of a notice or scorecard came about, as W3C PROV: who stated, accepted, drew and issued what, and what was derived from what.</summary>
/// <remarks>
/// Entities are the number, its paper, every step of the derivation, every version of a figure, every value of the programme. Activities
/// are acts recorded in the ledger, each with its position and the ledger's time, and the drawing, which the program does. Agents are
/// officers, their organisations, and the program.
/// </remarks>
public sealed class CellProvenance(
    CellExplanations explanations, IssuedNotices notices, ResultEditions results, Programmes programmes, ITexts texts)
{
    /// <exception cref="RefusedRequestException">What <see cref="CellExplanations"/> refuses.</exception>
    public async Task<ProvDocument> OfAsync(string cell, Actor actor, AsOf asOf, CancellationToken cancellation)
    {
        var explained = await explanations.ExplainAsync(cell, actor, asOf, cancellation);
        var programme = (await programmes.OfVersionAsync(explained.ProgrammeVersion, cancellation))!;
        var book = new ProvBook();
        var drawing = book.Activity(
            $"drawing/{explained.Cell}", "Drawing", texts["prov.drawing"], at: null,
            ("ledger:cut", ProvBook.Whole(explained.Position)), ("ledger:programmeVersion", ProvBook.Whole(explained.ProgrammeVersion)));
        book.Associated(drawing, book.Agent("program", "prov:SoftwareAgent", texts["prov.program"]));
        var graph = DerivationGraph.Of(explained.Explanation);
        var names = graph.Steps.ToDictionary(step => step.Number, step => NameOf(step));
        foreach (var step in graph.Steps.Where(step => step.Of.Event is not null))
            book.Used(drawing, names[step.Number]);
        foreach (var step in graph.Steps.Where(step => step.Of is { Fact: null, Setting: null, Event: null }))
        {
            book.Generated(names[step.Number], drawing, at: null);
            foreach (var input in step.Inputs)
                book.Derived(names[step.Number], names[input.Step], drawing);
        }

        foreach (var source in graph.Steps.Where(step => step.Of.Fact is not null || step.Of.Setting is not null))
        {
            // A number that is a figure itself is an entity of its own: it was printed, the figure was stated.
            if (source.Number == 1)
            {
                var itself = Cell(book, explained);
                book.Generated(itself, drawing, at: null);
                book.Derived(itself, names[1], drawing);
            }

            book.Used(drawing, names[source.Number]);
        }

        var printed = graph[1].Of is { Fact: null, Setting: null } ? names[1] : Cell(book, explained);
        await IssueAsync(book, explained, printed, drawing, asOf.Position, cancellation);
        return book.Document;

        string NameOf(DerivationStep step)
        {
            var words = new StepWords(step, texts, programme.Document, explained.Name);
            if (step.Of.Fact is { } fact)
                return Figure(book, fact, words, drawing);
            if (step.Of.Setting is { } setting)
            {
                return book.Entity(
                    $"programme/{setting.ProgrammeVersion}{setting.Pointer}", "Setting", words.Under, ("prov:value", ProvBook.Exact(setting.Value)));
            }

            return step.Number == 1 ? Cell(book, explained) : Step(book, explained.Cell, step, words);
        }
    }

    private static string Cell(ProvBook book, CellExplanation explained) => book.Entity(
        $"explain/{explained.Cell}", explained.Scorecard is null ? "NoticeCell" : "ScorecardCell", explained.Name,
        ("prov:value", explained.Printed.Value is { } value ? ProvBook.Exact(value) : null),
        ("ledger:exact", explained.Explanation.Exact?.ToString()),
        ("ledger:reason", explained.Printed.Reason),
        ("ledger:grade", explained.Scorecard?.Grade));

    private string Step(ProvBook book, string cell, DerivationStep step, StepWords words)
    {
        var name = book.Entity(
            FormattableString.Invariant($"explain/{cell}#step-{step.Number}"), "Step", words.Name,
            ("ledger:formula", step.Of.Formula), ("ledger:exact", step.Of.Exact?.ToString()), ("ledger:reason", step.Of.Absence?.Reason));
        if (step.Of.Event is { } counted)
        {
            book.Generated(name, Act(book, counted.Act, "Report", texts[$"event_type.{counted.Type}"]), counted.Act.RecordedAt);
            book.Attributed(name, Officer(book, counted.Act));
        }

        if (step.Of.Ballot is { } ballot)
            book.Attributed(name, book.Agent($"officers/{ballot.Member}", "prov:Person", ballot.Member));
        foreach (var paper in step.Of.Papers ?? [])
        {
            book.Derived(name, book.Entity(
                $"papers/{paper.Document.Number}", "Paper", paper.Document.Number, ("ledger:organ", paper.Document.Organ), ("ledger:on", ProvBook.Day(paper.Document.Date))));
        }

        return name;
    }

    /// <summary>The version, stated by the zone, let stand by the bureau; and the version before it, where it replaced one.</summary>
    private string Figure(ProvBook book, SourceFact fact, StepWords words, string drawing)
    {
        var figure = FormattableString.Invariant($"figures/{fact.Zone}/{fact.Series}/{fact.Period}");
        var version = book.Entity(
            FormattableString.Invariant($"{figure}#version-{fact.Version}"), "FigureVersion", $"{words.Name} · {words.Under}",
            ("prov:value", ProvBook.Exact(fact.Value)), ("ledger:version", ProvBook.Whole(fact.Version)), ("ledger:reportedOn", ProvBook.Day(fact.ReportedOn)));
        book.Specialized(version, book.Entity(figure, "Figure", words.Name));
        if (fact.Version > 1)
        {
            book.Revised(version, book.Entity(
                FormattableString.Invariant($"{figure}#version-{fact.Version - 1}"), "FigureVersion", words.Name, ("ledger:version", ProvBook.Whole(fact.Version - 1))));
        }

        var stated = Act(book, fact.Stated, fact.Kind is null ? "Reporting" : "CorrectionRequest", texts[fact.Kind is null ? "prov.reporting" : "prov.correction"]);
        book.Generated(version, stated, fact.Stated.RecordedAt);
        book.Attributed(version, Officer(book, fact.Stated));
        if (fact.Accepted is { } accepted)
        {
            var accepting = Act(book, accepted, fact.Kind is null ? "Acceptance" : "CorrectionApproval", texts["prov.acceptance"]);
            book.Used(accepting, version);
            book.Informed(drawing, accepting);
        }

        return version;
    }

    /// <summary>The paper on which the number stands, and who put it out; a draft has neither.</summary>
    private async Task IssueAsync(
        ProvBook book, CellExplanation explained, string printed, string drawing, long position, CancellationToken cancellation)
    {
        if (explained.Edition is not { } edition)
            return;
        if (explained.Notice is { } period)
        {
            var issued = (await notices.FindAsync(period, position, cancellation))!.Editions.Single(each => each.Edition == edition);
            Put(
                FormattableString.Invariant($"notices/{period}/{edition}"), "Notice", issued.DocumentNumber, issued.ContentHash, issued.On,
                "Issue", texts["prov.issue"], new(issued.Issuer.Officer, issued.Issuer.Organisation, issued.On, issued.RecordedAt, issued.Position, default));
        }
        else
        {
            var year = explained.Scorecard!.Year;
            var recorded = (await results.OfYearAsync(year, position, cancellation)).Single(each => each.Edition == edition);
            var by = recorded.Recorded;
            Put(
                FormattableString.Invariant($"assessments/{year}/result/{edition}"), "Result", texts["explain.of-scorecard", year, edition], recorded.Hash, recorded.RecordedOn,
                "Recording", texts["prov.recording"], new(by.Actor.Officer, by.Actor.Organisation, recorded.RecordedOn, by.RecordedAt, by.Position, by.EventId));
        }

        void Put(string name, string type, string label, string hash, LocalDate on, string act, string words, SourceAct by)
        {
            var paper = book.Entity(name, type, label, ("ledger:contentHash", hash), ("ledger:on", ProvBook.Day(on)));
            var putting = Act(book, by, act, words);
            book.Generated(paper, putting, by.RecordedAt);
            book.Used(putting, printed);
            book.Informed(putting, drawing);
            book.Member(paper, printed);
            book.Attributed(paper, Officer(book, by));
        }
    }

    private static string Act(ProvBook book, SourceAct act, string type, string label)
    {
        var name = book.Activity(
            FormattableString.Invariant($"events/{act.Position}"), type, label, act.RecordedAt,
            ("ledger:position", ProvBook.Whole(act.Position)), ("ledger:on", ProvBook.Day(act.On)));
        var officer = Officer(book, act);
        book.Associated(name, officer);
        book.OnBehalf(officer, book.Agent($"organisations/{act.Organisation}", "prov:Organization", act.Organisation), name);
        return name;
    }

    private static string Officer(ProvBook book, SourceAct act) => book.Agent($"officers/{act.Officer}", "prov:Person", act.Officer);
}
