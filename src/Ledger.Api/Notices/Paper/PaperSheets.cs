using Ledger.Api.Access;
using Ledger.Api.Programme;
using Ledger.Domain.Notices;
using NodaTime;

namespace Ledger.Api.Notices.Paper;

/// <summary>Makes the paper of a notice, with what the programme of its cut says stands around it.</summary>
public sealed class PaperSheets(Programmes programmes, IssuedNotices issued, Officers officers)
{
    public async Task<PaperSheet> OfEditionAsync(NoticeEdition edition, CancellationToken cancellation)
    {
        var replaces = edition.Superseding is null
            ? null
            : (await issued.FindAsync(edition.Content.Period, edition.Provenance.Position, cancellation))?.Editions[edition.Number - 2].DocumentNumber;
        return PaperSheet.OfEdition(edition, replaces, await SurroundingsAsync(edition.Content, cancellation));
    }

    /// <param name="suffix">What keeps the moment in the addresses of explanations, such as <c>?asOf=@1200</c>.</param>
    /// <param name="on">The day whose names organisations bear.</param>
    public async Task<PaperSheet> OfDraftAsync(NoticeContent content, string suffix, LocalDate on, CancellationToken cancellation) =>
        PaperSheet.OfDraft(content, suffix, on, await SurroundingsAsync(content, cancellation));

    private async Task<PaperSurroundings> SurroundingsAsync(NoticeContent content, CancellationToken cancellation)
    {
        var versions = await programmes.VersionsAsync(content.Position, cancellation);
        var people = content.Corrections.Count == 0 ? [] : await officers.AllAsync(content.Position, cancellation);
        return new(
            versions[content.ProgrammeVersion - 1].Document,
            people.ToDictionary(standing => standing.Officer.User, standing => standing.Officer.Name));
    }
}
