using System.Text;
using Ledger.Api.Lists;
using Ledger.Api.Web;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;

namespace Ledger.Api.Registers;

/// <summary>What a list of the register has for columns, and what its cells may say, under the programme in force.</summary>
internal sealed class RegisterColumns(ProgrammeDocument programme, ITexts texts)
{
    public Column Code { get; } = new("code", texts.NameOf("registerlist.code"), IsRequired: true);

    public Column Named { get; } = new("name", texts.NameOf("registerlist.name"), IsRequired: true);

    public Column Zone { get; } = new("zone", texts.NameOf("registerlist.zone"));

    public Column Kind { get; } = new("kind", texts.NameOf("registerlist.kind"));

    public Column Level { get; } = new("level", texts.NameOf("registerlist.level"));

    public Column Certificate { get; } = new("certificate", texts.NameOf("registerlist.certificate"));

    public Column From { get; } = new("from", texts.NameOf("registerlist.from"));

    public Column Until { get; } = new("until", texts.NameOf("registerlist.until"));

    /// <summary>The first day on which the recognition holds no more, where that is before its time.</summary>
    public Column Ended { get; } = new("ended", texts.NameOf("registerlist.ended"));

    public Column Cause { get; } = new("cause", texts.NameOf("registerlist.cause"));

    /// <summary>Needed where the row records anything.</summary>
    public Column Document { get; } = new("document", texts.NameOf("registerlist.document"));

    public Column On { get; } = new("on", texts.NameOf("registerlist.on"));

    public Column Standing { get; } = new("standing", texts.NameOf("registerlist.standing"), IsShownOnly: true);

    /// <summary>What makes a list one of acts.</summary>
    public Column Act { get; } = new("act", texts.NameOf("registerlist.act"), IsRequired: true);

    /// <summary>The first day on which what the act says holds, whichever act it is.</summary>
    public Column Effective { get; } = new("effective", texts.NameOf("registerlist.effective"));

    /// <summary>Counted from 1 within the institution.</summary>
    public Column Recognition { get; } = new("recognition", texts.NameOf("registerlist.recognition"));

    public Column Into { get; } = new("into", texts.NameOf("registerlist.into"));

    /// <summary>Needed where the act gives a name.</summary>
    public Column Renamed => Named with { IsRequired = false };

    /// <summary>Of the list of a day.</summary>
    public IReadOnlyList<Column> All => [Code, Named, Zone, Kind, Level, Certificate, From, Until, Ended, Cause, Document, On, Standing];

    /// <summary>Of the list of acts.</summary>
    public IReadOnlyList<Column> OfActs =>
        [Code, Act, Effective, Renamed, Zone, Recognition, Kind, Level, Certificate, Until, Cause, Into, Document, On];

    public IReadOnlyList<ListChoice<string>> Zones { get; } =
    [
        .. programme.Zones.Select(zone => new ListChoice<string>(
            zone.Code, zone.Code, [.. zone.Name.InEvery(), .. zone.ShortName.InEvery(), .. zone.ListName.InEvery()])),
    ];

    public IReadOnlyList<ListChoice<string>> Kinds { get; } =
        [.. programme.RegisterKinds.Select(kind => new ListChoice<string>(kind.Code, kind.Code, [.. kind.Name.InEvery()]))];

    public IReadOnlyList<ListChoice<RecognitionEnd>> Causes { get; } = ListChoices.OfEach<RecognitionEnd>(texts);

    public IReadOnlyList<ListChoice<RegisterAct>> Acts { get; } = ListChoices.OfEach<RegisterAct>(texts);

    /// <summary>A code typed wide (９１１５…), in small letters or with blanks within is the same code.</summary>
    public string? CodeIn(ListRow row) =>
        row.Text(Code) is { } text ? string.Concat(text.Normalize(NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant() : null;

    /// <summary>Of one kind; of a kind without levels none may be named.</summary>
    public IReadOnlyList<ListChoice<string>> LevelsOf(string kind) =>
    [
        .. programme.RegisterKinds.Single(known => known.Code == kind).Levels
            .Select(level => new ListChoice<string>(level.Code, level.Code, [.. level.Name.InEvery()])),
    ];
}
