using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;

namespace Ledger.Api.Reporting.Pages;

/// <summary>A zone's return as its reporter fills it in: what stands in the ledger, with what was typed over it.</summary>
/// <param name="past">The zone's figures of every period, which the checks compare with.</param>
public sealed class ReturnForm(ReturnView view, ProgrammeDocument programme, FigureBook past, TypedFields typed)
{
    public ReturnView View => view;

    /// <summary>The series that are due, in the dictionary's order, which is the printed form's.</summary>
    public IReadOnlyList<FormRow> Rows { get; } =
        [.. view.Figures.Where(line => line.Demand != Demand.None).Select(line => new FormRow(line, typed))];

    public IEnumerable<FormRow> Changed => Rows.Where(row => row.IsChanged);

    /// <summary>Rows whose typed text is no value to record.</summary>
    public IEnumerable<FormRow> Unusable => Rows.Where(row => row.IsUnreadable || row.IsEmptied || row.LacksValue);

    /// <summary>Once submitted, a figure that stands is replaced with a reason only.</summary>
    public bool NeedsReason => view.State != ReturnState.Open && Changed.Any(row => row.Line.Value is not null);

    /// <summary>What the checks say of the form as it is, saved or not.</summary>
    public IReadOnlyList<Finding> Check() => ReturnChecks.Run(
        programme, view.Zone, view.Period,
        Rows.Where(row => row.Value is not null).ToDictionary(row => row.Line.Series, row => row.Value!.Value), past, view.Registered);

    /// <summary>The fields whose text says no more than what stands in the ledger.</summary>
    public IEnumerable<string> Superfluous() => Rows.Where(row => !row.IsChanged).SelectMany(row => row.Fields);
}
