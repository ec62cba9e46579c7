using Ledger.Domain;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using NodaTime;
using Cells = Ledger.Api.Notices.CellAddress;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices.Paper;

/// <summary>All that stands on the paper: the notice's content, the particulars around it, and, once issued, its number and date.</summary>
/// <param name="Issue">Null for a draft.</param>
/// <param name="Numerators">What is measured against a whole, by the table's subject.</param>
/// <param name="Organisations">The names of those that corrections were signed for, by code.</param>
/// <param name="Officers">The names of those who signed, by sign-in name.</param>
/// <param name="CellAddress">Before a cell's id, the address of its explanation.</param>
/// <param name="Suffix">After it: the moment of a draft, or nothing.</param>
public sealed record PaperSheet(
    NoticeContent Content, Name Organ, Name Addressees, IReadOnlyList<Name> CopiedTo, Name Printer, PaperIssue? Issue,
    IReadOnlyDictionary<string, Name> Numerators, IReadOnlyDictionary<string, Name> Organisations, IReadOnlyDictionary<string, string> Officers,
    string CellAddress, string Suffix)
{
    public Period Period => Content.Period;

    /// <param name="replaces">The number of the paper that the edition takes the place of; null for a first edition.</param>
    public static PaperSheet OfEdition(NoticeEdition edition, string? replaces, PaperSurroundings around) => Of(
        edition.Content,
        new(
            edition.Number, edition.DocumentNumber.Text, edition.On, edition.Frozen.ContentHash, edition.Frozen.LogRoot, replaces, edition.Superseding),
        Cells.Edition(edition.Content.Period, edition.Number), suffix: "", edition.On, around);

    /// <param name="suffix">What keeps the moment in the addresses of explanations, such as <c>?asOf=@1200</c>.</param>
    /// <param name="on">The day whose names organisations bear.</param>
    public static PaperSheet OfDraft(NoticeContent content, string suffix, LocalDate on, PaperSurroundings around) =>
        Of(content, issue: null, Cells.Draft(content.Period), suffix, on, around);

    /// <summary>A zone as the notice's sentences call it; null for a code it does not cover, such as the league's.</summary>
    public Name? Zone(string code) => Content.Zones.FirstOrDefault(zone => zone.Code == code)?.ShortName;

    private static PaperSheet Of(
        NoticeContent content, PaperIssue? issue, Cells cells, string suffix, LocalDate on, PaperSurroundings around)
    {
        var programme = around.Programme;
        var paper = programme.Notices.Paper;
        return new(
            content, paper.Organ, paper.Addressees,
            [.. paper.CopiedTo.Select(code => programme.OrganisationName(code, on)).OfType<Name>()],
            paper.Printer, issue, NumeratorsOf(content, programme),
            content.Corrections.SelectMany(entry => new[] { entry.Asked, entry.Approved })
                .Where(one => programme.HasOrganisation(one.Organisation)).DistinctBy(one => one.Organisation)
                .ToDictionary(one => one.Organisation, one => programme.OrganisationName(one.Organisation, one.On)!),
            around.Officers, $"/explain/{cells.Of("")}", suffix);
    }

    private static Dictionary<string, Name> NumeratorsOf(NoticeContent content, ProgrammeDocument programme) => content.Tables
        .Select(table => programme.FindIndicator(table.Subject))
        .OfType<Indicator>()
        .Distinct()
        .ToDictionary(indicator => indicator.Code, indicator => programme.FindSeries(indicator.Measure.Numerator)!.Name);
}

/// <param name="Replaces">The number of the paper that this one takes the place of; null for a first edition.</param>
public sealed record PaperIssue(
    int Edition, string DocumentNumber, LocalDate On, string ContentHash, string? LogRoot, string? Replaces, Superseding? Superseding);

/// <summary>What a paper needs beside its notice.</summary>
/// <param name="Programme">The version that the notice was drawn under.</param>
/// <param name="Officers">The names of those in office at the cut, by sign-in name; asked for only where there are corrections.</param>
public sealed record PaperSurroundings(ProgrammeDocument Programme, IReadOnlyDictionary<string, string> Officers);
