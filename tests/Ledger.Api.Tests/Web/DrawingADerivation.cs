using Ledger.Api.Measures;
using Ledger.Api.Measures.Pages;

namespace Ledger.Api.Tests.Web;

/// <summary>An explanation as steps, and the steps in columns.</summary>
public class DrawingADerivation
{
    [Fact]
    public void What_two_steps_are_made_of_is_one_step()
    {
        var shared = Step("shared");
        var graph = DerivationGraph.Of(Step("whole", Step("left", shared), Step("right", shared, Setting("/a")), Setting("/a")));
        graph.Steps.Select(step => (step.Number, step.Name)).ShouldBe([(1, "whole"), (2, "left"), (3, "shared"), (4, "right"), (5, "/a")]);
        graph[4].Inputs.Select(input => input.Step).ShouldBe([3, 5]);
        graph[5].Kind.ShouldBe(StepKind.Setting);
    }

    [Fact]
    public void Every_step_stands_to_the_right_of_all_that_uses_it()
    {
        var deep = Step("deep");
        var graph = DerivationGraph.Of(Step("whole", deep, Step("one", Step("two", deep))));
        var drawing = LayeredDrawing.Of(graph);
        drawing.Columns.ShouldBe(4);
        foreach (var step in graph.Steps)
        {
            foreach (var input in step.Inputs)
                drawing.Places[input.Step].Column.ShouldBeGreaterThan(drawing.Places[step.Number].Column);
        }

        drawing.Places.Values.ShouldBeUnique();
    }

    [Fact]
    public void Lines_that_need_not_cross_do_not()
    {
        var (a, b) = (Step("a"), Step("b"));
        var graph = DerivationGraph.Of(Step("whole", Step("one", b), Step("two", a), Step("three", b)));
        var drawing = LayeredDrawing.Of(graph);
        var rows = graph.Steps.ToDictionary(step => step.Name, step => drawing.Places[step.Number].Row);
        // Whichever of the two is above, what uses it is.
        (rows["a"] < rows["b"]).ShouldBe(rows["two"] < Math.Max(rows["one"], rows["three"]) && rows["two"] <= Math.Min(rows["one"], rows["three"]));
    }

    [Fact]
    public void More_than_can_be_read_is_left_to_the_table_in_whole_columns()
    {
        var graph = DerivationGraph.Of(Step("whole", [.. Enumerable.Range(0, 30).Select(_ => Step("one", Step("two"), Step("three")))]));
        var drawing = LayeredDrawing.Of(graph);
        (graph.Steps.Count, drawing.Places.Count, drawing.Columns, drawing.Rows).ShouldBe((91, 31, 2, 30));
    }

    [Theory]
    [InlineData("Operating revenue", 25, "Operating revenue")]
    [InlineData("高新技術企業營業收入占比", 24, "高新技術企業營業收入占比")]
    [InlineData("高新技術企業營業收入占比", 23, "高新技術企業營業收入…")]
    [InlineData("High-tech enterprises’ share", 12, "High-tech e…")]
    public void Words_are_cut_to_the_width_that_there_is(string text, int width, string cut) => StepWords.Cut(text, width).ShouldBe(cut);

    private static Explanation Step(string name, params Explanation[] inputs) =>
        Explanation.Of("sum", name, 1, null, null, [.. inputs.Select(input => new ExplainedInput(input.Words, input.Words, input))]);

    private static Explanation Setting(string pointer) => Step(pointer) with { Setting = new(pointer, 1, 1, []) };
}
