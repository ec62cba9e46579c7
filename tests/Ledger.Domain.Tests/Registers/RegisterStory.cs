using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;
using Ledger.Domain.Tests.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Registers;

/// <summary>Given what happened to an institution, when a command is decided, then events or a refusal.</summary>
internal sealed record RegisterStory
{
    public const string Code = "L-XLHT-001";

    public static readonly Actor Office = new("stb", "STB", Role.Secretary);
    public static readonly Actor Reporter = new("xlht", "XLHT", Role.Reporter, "XLHT");
    public static readonly LocalDate Today = new(2025, 12, 31);

    private static readonly RegisterLevel Region = new("region", new("自治區級", "自治区级", "region"));
    private static readonly RegisterLevel National = new("national", new("國家級", "国家级", "national"));

    public static ProgrammeDocument Programme { get; } = SoundProgramme.Document with
    {
        RegisterKinds =
        [
            new("hte", new("高新技術企業", "高新技术企业", "high-tech enterprise"), RegisterSide.Enterprise, 3, [], []),
            new("incubator", new("孵化器", "孵化器", "incubator"), RegisterSide.Carrier, null, [Region, National], [new("incubator", RegisterMode.StockAtEnd, "region")]),
        ],
    };

    public Institution State { get; init; } = Institution.Stream(Code).Initial;

    public IReadOnlyDictionary<string, Institution> Others { get; init; } = new Dictionary<string, Institution>();

    public static RegisterStory Unknown { get; } = new();

    public static RegisterStory Entered { get; } = Unknown.With(new InstitutionEntered(new(2021, 11, 10), "甲公司", "XLHT", null, "名冊"));

    /// <summary>A high-tech enterprise since 5 November 2021, for three years.</summary>
    public static RegisterStory Recognised { get; } = Entered.With(
        new RecognitionGranted(new(2021, 11, 20), 1, "hte", null, "GR1", new(2021, 11, 5), new(2024, 11, 5), "公告"));

    public RegisterStory With(params InstitutionEvent[] events) =>
        this with { State = events.Aggregate(State, (state, @event) => state.After(@event)) };

    public Decision<InstitutionEvent> When(RegisterRow row) => row.Decide(State, new(Programme, Office, Today, Others));

    public Decision<InstitutionEvent> When(InstitutionCommand command, Actor? actor = null) =>
        command.Decide(State, new(Programme, actor ?? Office, Today, Others));

    /// <summary>What is in force on a day.</summary>
    public IEnumerable<Standing> On(LocalDate day) =>
        InstitutionSpans.Of(State).Standings.Where(span => span.From <= day && (span.To is null || day < span.To));
}
