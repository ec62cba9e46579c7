using Ledger.Domain;

namespace Ledger.Api.Web.Http;

/// <summary>Lists of a body without holes in them: JSON's null is no entry.</summary>
public static class Entries
{
    /// <exception cref="RefusedRequestException"><c>body-malformed</c>, pointing to every hole.</exception>
    public static IReadOnlyList<T> Whole<T>(string pointer, IReadOnlyList<T>? list)
        where T : class
    {
        Fault[] holes =
        [
            .. (list ?? []).Index()
                .Where(entry => entry.Item is null)
                .Select(entry => Fault.At($"{pointer}/{entry.Index}", "value-unreadable")),
        ];
        return holes.Length == 0
            ? list ?? []
            : throw new RefusedRequestException(Refusal.OfFaults(RefusalKind.Malformed, "body-malformed", holes));
    }
}
