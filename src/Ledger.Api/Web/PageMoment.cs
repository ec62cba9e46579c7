using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Web;

/// <summary>The moment that the page's address names by <c>asOf</c> and <c>knownOn</c>; now, and all papers, where it names none.</summary>
/// <remarks>Changing the moment loads the page anew, so a page resolves it once and may keep it.</remarks>
public sealed class PageMoment(NavigationManager navigation, LedgerReader reader)
{
    private static readonly string[] Names = ["asOf", "knownOn"];

    /// <summary>Whether the address names a moment of the past; such a page reads and offers nothing to write.</summary>
    public bool IsPast => Word("asOf") is not null || Word("knownOn") is not null;

    /// <summary>The words of the address that name the moment, for a form that keeps it.</summary>
    public IReadOnlyDictionary<string, string> Words =>
        Names.Where(name => Word(name) is not null).ToDictionary(name => name, name => Word(name)!);

    /// <summary>This page's address without a moment.</summary>
    public string Now => At(asOf: null, knownOn: null);

    /// <summary>The layout shows the refusal in place of the page, so that a page may take <see cref="CurrentAsync"/>.</summary>
    public Task<AsOfResult> FindAsync(CancellationToken cancellation) =>
        AsOf.ResolveAsync(reader, Word("asOf"), Word("knownOn"), cancellation);

    /// <exception cref="RefusedRequestException">The address names no moment.</exception>
    public async Task<AsOf> CurrentAsync(CancellationToken cancellation = default) => await FindAsync(cancellation) switch
    {
        AsOfResult.Found(var asOf) => asOf,
        AsOfResult.Refused(var refusal) => throw new RefusedRequestException(refusal),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
    };

    /// <summary>An address of this site with the present page's moment added, unless it names one itself.</summary>
    public string Carry(string address)
    {
        foreach (var word in Names)
        {
            if (Word(word) is { } value && !address.Contains($"{word}=", StringComparison.Ordinal))
                address = QueryHelpers.AddQueryString(address, word, value);
        }

        return address;
    }

    /// <summary>This page's address at another moment.</summary>
    public string At(string? asOf, LocalDate? knownOn)
    {
        var here = new Uri(navigation.Uri);
        var words = QueryHelpers.ParseQuery(here.Query)
            .Where(word => !Names.Contains(word.Key))
            .Append(new("asOf", asOf))
            .Append(new("knownOn", knownOn is { } day ? LocalDatePattern.Iso.Format(day) : null));
        return QueryHelpers.AddQueryString(here.AbsolutePath, words.Where(word => word.Value.Count > 0));
    }

    private string? Word(string name) =>
        QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(name, out var values)
        && values.ToString() is { Length: > 0 } value ? value : null;
}
