namespace Ledger.Api.Reporting.Pages;

/// <summary>A column that was pasted.</summary>
/// <param name="Series">The series into whose field it was pasted; null: into none.</param>
public sealed record PasteStart(string Text, string? Series);
