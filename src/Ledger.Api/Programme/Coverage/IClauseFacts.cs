using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;
using NodaTime;

namespace Ledger.Api.Programme.Coverage;

/// <summary>What one capability does about the plan's clauses. Each registers its own; the matrix knows none of them.</summary>
public interface IClauseFacts
{
    /// <summary>The clauses that it serves, each with the latest of what it knows, as of the moment, in the reader's language.</summary>
    Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation);
}

/// <param name="Clause">Its id.</param>
/// <param name="Server">Key of a text: what serves it.</param>
/// <param name="Page">Where a reader finds it.</param>
/// <param name="Api">Where a program finds it.</param>
/// <param name="Latest">Null: nothing is recorded yet.</param>
public sealed record ServedClause(string Clause, string Server, string Page, string Api, ClauseFact? Latest)
{
    /// <summary>Which target, zone or kind it is, where a clause is served by several alike; null: the server's name says all.</summary>
    public Name? Of { get; init; }
}

/// <summary>The latest that is known of a clause.</summary>
/// <param name="On">The date of the paper.</param>
/// <param name="Position">Of the event.</param>
public sealed record ClauseFact(LocalDate On, long Position, string Text);
