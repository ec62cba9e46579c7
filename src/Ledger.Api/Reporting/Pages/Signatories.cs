using Ledger.Api.Web;

namespace Ledger.Api.Reporting.Pages;

/// <summary>Who signs a return: who filled it in, who answers for the statistics, who heads the unit.</summary>
/// <remarks>Recorded in the plan's own language whatever the reader's, as on the printed form.</remarks>
public static class Signatories
{
    public static IReadOnlyList<string> Roles { get; } = ["填報人", "統計負責人", "單位負責人"];

    /// <summary>The role in the reader's language; one that is not of the form stays as it was written.</summary>
    public static string Say(string role, ITexts texts) => Roles.Index().FirstOrDefault(known => known.Item == role) is (var index, not null)
        ? texts[$"signatory.{index}"]
        : role;
}
