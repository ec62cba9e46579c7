using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>What happened to the list of conditions a zone has to meet. Names and properties are the storage format.</summary>
/// <param name="On">The date of the paper that records the act.</param>
public abstract record EligibilityEvent(LocalDate On);

/// <summary>A condition stands so from here on, whether or not it stood otherwise before.</summary>
/// <param name="Criterion">From 1.</param>
/// <param name="Terms">As the official text has it.</param>
public sealed record CriterionSet(LocalDate On, int Criterion, CriterionTerms Terms) : EligibilityEvent(On);

public sealed record CriterionWithdrawn(LocalDate On, int Criterion, string Reason) : EligibilityEvent(On);

/// <summary>One condition as an official text has it; nothing of it is the ledger's own.</summary>
/// <param name="Title">What it is called on a list.</param>
/// <param name="Text">The condition, word for word.</param>
/// <param name="Threshold">The bound it sets, with its unit, as the text writes it; null where it sets none.</param>
/// <param name="Source">The text's title.</param>
/// <param name="DocumentNumber">Of the text; null where it bears none.</param>
/// <param name="Article">Where in the text, such as 第四條(一).</param>
public sealed record CriterionTerms(string Title, string Text, string? Threshold, string Source, string? DocumentNumber, string Article);
