namespace Ledger.Api.Reporting.Pages;

/// <summary>An element's id for a field's name: <c>value/op_revenue</c> is <c>value-op_revenue</c>.</summary>
public static class FieldIds
{
    public static string Of(string field) => field.Replace('/', '-');
}
