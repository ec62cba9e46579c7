using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Programme;

namespace Ledger.Api.Tests.Programme;

/// <summary>The programme that comes with the ledger says what the plan says, in the plan's words.</summary>
public class ThePlan
{
    private static readonly ProgrammeDocument Document = Plan.Document;

    [Fact]
    public void Has_no_fault() => ProgrammeFaults.Of(Document).ShouldBeEmpty();

    [Fact]
    public void Quotes_the_plan_word_for_word()
    {
        string?[] quotations =
        [
            Document.Title.ZhHant, Document.Source.Title, Document.Source.Issuer, Document.Source.Dated, Document.Source.AdoptedBy,
            Document.Source.Addressees, Document.Source.Printed,
            .. Document.Source.Cites,
            .. Document.Source.Passages.SelectMany(passage => new[] { passage.Title?.ZhHant, passage.Text }),
            .. Document.Source.Attachments.Concat(Document.Source.Defects).Select(remark => remark.Text),
            .. Document.Zones.SelectMany(zone => new[] { zone.Name.ZhHant, zone.Goal }),
            .. Document.Organisations.Select(organisation => organisation.PlanWords),
            .. Document.Indicators.Select(indicator => indicator.Clause),
            .. Document.Outcomes.Select(outcome => outcome.Text),
            .. Document.Tasks.Concat(Document.Safeguards).SelectMany(task => new[] { task.Title.ZhHant, task.Text, task.UnitsText }.Concat(task.DeliverableClauses)),
            .. Document.Source.Silences.Select(silence => silence.Text),
            .. Document.Requirements.Select(requirement => requirement.Phrase),
            .. Document.Glossary.Where(term => term.InPlan).Select(term => term.Name.ZhHant),
        ];
        quotations.OfType<string>().Where(quotation => !Plan.Text.Contains(quotation, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_out_no_sentence_of_the_goals_tasks_and_safeguards()
    {
        string[] told = [.. Document.Source.Passages.Select(passage => passage.Text), .. Document.Tasks.Concat(Document.Safeguards).Select(task => task.Text)];
        var body = Plan.Text[Plan.Text.IndexOf("為深入實施", StringComparison.Ordinal)..Plan.Text.IndexOf("附:", StringComparison.Ordinal)];
        body.Split(['。', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(sentence => sentence.Length > 40 && !sentence.StartsWith("(責任單位", StringComparison.Ordinal))
            .Where(sentence => !Array.Exists(told, text => sentence.Contains(text, StringComparison.Ordinal) || text.Contains(sentence, StringComparison.Ordinal)
                || text.Contains(sentence[(sentence.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Holds_five_zones_nineteen_series_fifteen_targets_fourteen_tasks_and_three_safeguards()
    {
        Document.Zones.Select(zone => zone.Code).ShouldBe(["XLHT", "BYH", "CJCY", "SNT", "DLN"]);
        Document.Series.Select(series => series.Id).ShouldBe(Numbered("S", 19));
        Document.Indicators.Select(indicator => indicator.Id).ShouldBe(Numbered("Q", 15));
        Document.Tasks.Select(task => task.Id).ShouldBe(
            ["T1", "T2.1", "T2.2", "T2.3", "T2.4", "T3.1", "T3.2", "T3.3", "T4.1", "T4.2", "T4.3", "T5.1", "T5.2", "T5.3"]);
        Document.Safeguards.Select(safeguard => safeguard.Id).ShouldBe(["S1", "S2", "S3"]);
        string[] assumed = [.. Document.Assumptions.Select(assumption => assumption.Id)];
        assumed.ShouldBe(assumed.Order(StringComparer.Ordinal).Distinct());
        assumed.ShouldAllBe(id => id.StartsWith("A-") && id.Length == 4);
    }

    /// <summary>The responsible units of the plan, unit by unit.</summary>
    [Theory]
    [InlineData("STLG", "T1 T2.1 T2.2 T3.3 T4.1")]
    [InlineData("ORGD", "T2.4 S3")]
    [InlineData("STAT", "S3")]
    [InlineData("STB", "T2.3 T2.4 T3.1 T3.2 T4.2 T4.3 T5.1 T5.2 T5.3 S2 S3")]
    [InlineData("DRC", "T2.3 T4.2 T4.3 T5.1 T5.2 S2")]
    [InlineData("IIB", "T2.3 T4.2 T4.3 S2")]
    [InlineData("AHB", "T2.3 T4.2 T4.3 S2")]
    [InlineData("MSB", "T2.3 T4.3 T5.1 T5.3")]
    [InlineData("HRB", "T2.4 T5.2 S2")]
    [InlineData("FSO", "T3.2 T5.3 S2")]
    [InlineData("CBIRC", "T3.2 T5.3")]
    [InlineData("PBC", "T5.3")]
    [InlineData("ENB", "T4.2 T4.3 S2")]
    [InlineData("BDC", "T4.2")]
    [InlineData("FIB", "T5.3 S2")]
    [InlineData("NRB", "S2")]
    [InlineData("EPB", "S2")]
    public void Gives_each_unit_its_tasks(string unit, string tasks) =>
        Document.Tasks.Concat(Document.Safeguards).Where(task => task.Units.Contains(unit)).Select(task => task.Id).ShouldBe(tasks.Split(' '));

    [Fact]
    public void Keeps_the_plans_order_of_units() =>
        Document.Safeguards[2].Units.ShouldBe(["ORGD", "STAT", "STB", "HOST"]);

    [Theory]
    [InlineData("Q05", 3, "1 1 1 0 0")]
    [InlineData("Q08", 6, "2 1 1 1 1")]
    [InlineData("Q09", 5, "2 1 1 1 0")]
    [InlineData("Q10", 29, "11 6 6 3 3")]
    [InlineData("Q14", 100, "40 20 20 10 10")]
    [InlineData("Q15", 150, "60 30 30 15 15")]
    public void Shares_out_the_counts_by_the_default_allocation(string id, int target, string shares)
    {
        var indicator = Document.FindIndicator(id)!;
        indicator.Target.Value.ShouldBe(target);
        Document.Zones.Select(zone => indicator.Allocation![zone.Code]).ShouldBe(shares.Split(' ').Select(decimal.Parse));
    }

    [Fact]
    public void States_no_baseline_no_host_and_no_document_number()
    {
        Document.Baselines.ShouldBeEmpty();
        Document.Zones.ShouldAllBe(zone => zone.Host == null);
        Document.Source.DocumentNumber.ShouldBeNull();
    }

    [Fact]
    public void Tells_general_knowledge_from_the_plans_words() =>
        Document.Organisations.Where(organisation => organisation.PlanWords is null).ShouldAllBe(organisation => organisation.Note != null);

    [Fact]
    public void Asks_each_zone_for_four_quarterly_returns_and_an_annual_one()
    {
        Document.Periods().Count(period => period.Year == 2023).ShouldBe(5);
        Document.DueSeries(Period.Parse("2023")).Select(series => series.Id).ShouldBe(["S05", "S06", "S18"]);
        Document.DueSeries(Period.Parse("2023-Q1")).Count.ShouldBe(18);
        Document.Indicators.Where(Document.IsAnnual).Select(indicator => indicator.Id).ShouldBe(["Q01", "Q04"]);
    }

    [Fact]
    public void Is_the_same_after_a_round_through_storage()
    {
        var stored = JsonSerializer.Serialize(Document, LedgerJson.Options);
        JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(JsonSerializer.Serialize(
            JsonSerializer.Deserialize<ProgrammeDocument>(stored, LedgerJson.Options), LedgerJson.Options))).ShouldBeTrue();
    }

    /// <summary>The pointers of assumptions, faults and changes lead to the same places in the JSON that readers see.</summary>
    [Fact]
    public void Is_pointed_into_as_its_json_is()
    {
        var tree = DocumentNode.Of(Document);
        var json = JsonNode.Parse(JsonSerializer.Serialize(Document, LedgerJson.Options));
        string[] pointers = [.. Leaves("", json)];
        pointers.Length.ShouldBeGreaterThan(1000);
        foreach (var pointer in pointers)
            tree.Find(pointer).ShouldBeOfType<DocumentNode.Value>(pointer);
    }

    private static IEnumerable<string> Leaves(string at, JsonNode? node) => node switch
    {
        JsonObject parts => parts.SelectMany(part => Leaves($"{at}/{part.Key}", part.Value)),
        JsonArray items => items.SelectMany((item, index) => Leaves($"{at}/{index}", item)),
        _ => [at],
    };

    private static IEnumerable<string> Numbered(string prefix, int count) =>
        Enumerable.Range(1, count).Select(number => $"{prefix}{number:00}");
}
