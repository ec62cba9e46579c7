namespace Ledger.Api.Measures.Pages;

/// <summary>Steps in columns: the number at the left, and everything to the right of all that uses it.</summary>
/// <param name="Places">By step; what is left out has none.</param>
/// <param name="Columns">How many there are.</param>
/// <param name="Rows">Of the fullest column.</param>
public sealed record LayeredDrawing(IReadOnlyDictionary<int, StepPlace> Places, int Columns, int Rows)
{
    /// <summary>More than these are not read as a picture.</summary>
    public const int MostSteps = 60;

    private const int Sweeps = 4;

    /// <summary>Whole columns from the left as long as there are not too many steps; the rest is left out.</summary>
    public static LayeredDrawing Of(DerivationGraph graph)
    {
        var columns = ColumnsOf(graph);
        var shown = new List<List<int>>();
        foreach (var column in columns)
        {
            if (shown.Sum(each => each.Count) + column.Count > MostSteps && shown.Count > 1)
                break;
            shown.Add(column);
        }

        Untangle(graph, shown);
        return new(
            shown.SelectMany((column, x) => column.Select((step, y) => (step, place: new StepPlace(x, y)))).ToDictionary(each => each.step, each => each.place),
            shown.Count, shown.Max(column => column.Count));
    }

    /// <summary>By the longest way from the number, so that no line leads backwards.</summary>
    private static List<List<int>> ColumnsOf(DerivationGraph graph)
    {
        var seen = new HashSet<int>();
        var inputsFirst = new List<int>();
        Walk(1);
        var depth = new int[graph.Steps.Count + 1];
        foreach (var step in Enumerable.Reverse(inputsFirst))
        {
            foreach (var input in graph[step].Inputs)
                depth[input.Step] = Math.Max(depth[input.Step], depth[step] + 1);
        }

        return [.. graph.Steps.GroupBy(step => depth[step.Number]).OrderBy(column => column.Key).Select(column => column.Select(step => step.Number).ToList())];

        void Walk(int step)
        {
            if (!seen.Add(step))
                return;
            foreach (var input in graph[step].Inputs)
                Walk(input.Step);
            inputsFirst.Add(step);
        }
    }

    /// <summary>Puts each step at the mean height of its neighbours, column by column, there and back.</summary>
    private static void Untangle(DerivationGraph graph, List<List<int>> columns)
    {
        var heights = new Dictionary<int, decimal>();
        var users = graph.Steps.SelectMany(step => step.Inputs.Select(input => (User: step.Number, Used: input.Step))).Distinct().ToLookup(edge => edge.Used, edge => edge.User);
        foreach (var column in columns)
            Place(column);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isOutwards = sweep % 2 == 0;
            foreach (var column in isOutwards ? columns : Enumerable.Reverse(columns))
            {
                column.Sort((one, other) => (Mean(one), one).CompareTo((Mean(other), other)));
                Place(column);

                decimal Mean(int step)
                {
                    decimal[] near = [.. (isOutwards ? users[step] : graph[step].Inputs.Select(input => input.Step).Distinct()).Where(heights.ContainsKey).Select(each => heights[each])];
                    return near.Length == 0 ? heights[step] : near.Average();
                }
            }
        }

        void Place(List<int> column)
        {
            foreach (var (y, step) in column.Index())
                heights[step] = y - ((column.Count - 1) / 2m);
        }
    }
}

/// <param name="Column">From 0, the number itself.</param>
/// <param name="Row">From 0 at the top.</param>
public sealed record StepPlace(int Column, int Row);
