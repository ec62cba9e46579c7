using Ledger.Domain.Measures;

namespace Ledger.Api.Measures;

/// <summary>An explanation as steps, each once: what two numbers are made of is one step, and so is one figure or one setting used twice.</summary>
/// <param name="Steps">In the order in which the explanation is read; the first is the number itself.</param>
public sealed record DerivationGraph(IReadOnlyList<DerivationStep> Steps)
{
    public static DerivationGraph Of(Explanation explanation)
    {
        var numbers = new Dictionary<object, int>(StepComparer.Instance);
        var steps = new List<DerivationStep?>();
        Add(explanation, explanation.Words);
        return new([.. steps.OfType<DerivationStep>()]);

        int Add(Explanation of, string name)
        {
            var key = KeyOf(of);
            if (numbers.TryGetValue(key, out var known))
                return known;
            var number = steps.Count + 1;
            numbers.Add(key, number);
            steps.Add(null);
            var inputs = of.Inputs.Select(input => new StepInput(input.Name, input.Words, Add(input.Of, input.Words))).ToList();
            steps[number - 1] = new(number, name, of, inputs);
            return number;
        }
    }

    public DerivationStep this[int number] => Steps[number - 1];

    private static object KeyOf(Explanation of) => of switch
    {
        { Fact: { } fact } => (fact.Zone, fact.Series, fact.Period, fact.Version),
        { Setting: { } setting } => setting.Pointer,
        // One report makes its part count in several columns: the act is one, the step is by what is counted of it.
        { Event: { } act } => (act.Act.Position, of.Formula),
        // A cell may stand whole in one place and be only named in another.
        { Cell: { } cell } => (cell, of.Inputs.Count),
        _ => of,
    };

    /// <summary>Explanations themselves are told apart by what they are, not by what they say.</summary>
    private sealed class StepComparer : IEqualityComparer<object>
    {
        public static readonly StepComparer Instance = new();

        bool IEqualityComparer<object>.Equals(object? x, object? y) =>
            x is Explanation || y is Explanation ? ReferenceEquals(x, y) : Equals(x, y);

        public int GetHashCode(object obj) =>
            obj is Explanation ? System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj) : obj.GetHashCode();
    }
}

/// <param name="Number">From 1.</param>
/// <param name="Name">What the step that uses it first calls it; of the number itself, its formula.</param>
public sealed record DerivationStep(int Number, string Name, Explanation Of, IReadOnlyList<StepInput> Inputs)
{
    public StepKind Kind => Of switch
    {
        { Fact: not null } => StepKind.Figure,
        { Setting: not null } => StepKind.Setting,
        { Event: not null } => StepKind.Act,
        { Inputs.Count: 0, Formula: Formulas.Count or Formulas.Quarters } => StepKind.Given,
        _ => StepKind.Reckoned,
    };
}

/// <param name="Name">As the formula calls it.</param>
/// <param name="Words">The same in the reader's language.</param>
/// <param name="Step">Its number.</param>
public sealed record StepInput(string Name, string Words, int Step);

public enum StepKind
{
    /// <summary>As a zone stated it.</summary>
    Figure,

    /// <summary>A value of the programme.</summary>
    Setting,

    /// <summary>An act recorded in the ledger that is counted.</summary>
    Act,

    /// <summary>A number that the formula brings itself, such as the year.</summary>
    Given,

    Reckoned,
}
