using Ledger.Domain.Access;

namespace Ledger.Api.Web.Layout;

/// <summary>One link of the main navigation.</summary>
/// <param name="Under">Addresses that begin so belong to it too.</param>
public sealed record NavigationEntry(string Address, string TextKey, params IReadOnlyList<string> Under)
{
    private static readonly NavigationEntry Audit = new(
        "/events", "nav.audit", "/events/", "/compare", "/findings", "/revisions", "/trace/", "/integrity");

    /// <summary>What a person in this role sees, in order: their own work first, then what everyone may read.</summary>
    public static IReadOnlyList<NavigationEntry> For(Role role) =>
    [
        new("/", "nav.overview"),
        .. role == Role.Auditor ? [Audit] : Array.Empty<NavigationEntry>(),
        .. role == Role.Reporter ? [new("/my-return", "nav.my-return", "/return/")] : Array.Empty<NavigationEntry>(),
        new("/review", role == Role.Reviewer ? "nav.review" : "nav.returns", "/review/", "/figures/"),
        new("/tasks", "nav.tasks", "/tasks/"),
        new("/registers", "nav.registers", "/registers/"),
        new("/notices", "nav.notices", "/notices/", "/explain/notice.", "/explain/draft.", "/explain/2"),
        new("/assessments", "nav.assessments", "/assessments/", "/schemes", "/explain/scorecard."),
        new("/conference", "nav.conference", "/conference/"),
        new("/programme", "nav.programme", "/programme/", "/zones/", "/indicators/", "/eligibility"),
        .. role == Role.Auditor ? Array.Empty<NavigationEntry>() : [Audit],
    ];

    public bool IsAt(string path) => path == Address || Under.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));
}
