using NodaTime;

namespace Ledger.Domain.Programme.Validation;

internal static class OrganisationChecks
{
    public static IEnumerable<Fault> Of(ProgrammeDocument document)
    {
        var codes = document.Organisations.Select(organisation => organisation.Code).ToHashSet();
        return document.Organisations
            .SelectMany((entry, index) => Of(entry, $"/organisations/{index}", document.Organisations.Take(index)))
            .Append(Codes.Known("/roles/reviewer", document.Roles.Reviewer, codes))
            .Append(Codes.Known("/roles/drafter", document.Roles.Drafter, codes))
            .Append(Codes.Known("/roles/approver", document.Roles.Approver, codes))
            .Append(Codes.Known("/roles/recipient", document.Roles.Recipient, codes))
            .OfType<Fault>();
    }

    private static IEnumerable<Fault?> Of(Organisation entry, string at, IEnumerable<Organisation> earlier)
    {
        yield return Codes.Capitals($"{at}/code", entry.Code);
        if (entry.Until < entry.From)
            yield return Fault.At($"{at}/until", "validity-reversed", entry.From!, entry.Until!);
        else if (earlier.FirstOrDefault(other => other.Code == entry.Code && Overlap(other, entry)) is { } other)
            yield return Fault.At($"{at}/from", "validity-overlaps", entry.Code, other.Name.ZhHant);
    }

    private static bool Overlap(Organisation a, Organisation b) => Begin(a) <= End(b) && Begin(b) <= End(a);

    private static LocalDate Begin(Organisation entry) => entry.From ?? LocalDate.MinIsoValue;

    private static LocalDate End(Organisation entry) => entry.Until ?? LocalDate.MaxIsoValue;
}
