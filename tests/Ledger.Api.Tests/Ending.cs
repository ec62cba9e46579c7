namespace Ledger.Api.Tests;

/// <summary>How a program that was run came out.</summary>
public sealed record Ending(int ExitCode, string Output, string Errors);
