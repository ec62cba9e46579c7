using Ledger.Domain.Access;
using Ledger.Domain.Conference;
using NodaTime;

namespace Ledger.Api.Sample;

/// <summary>The joint conference of the sample: its seats, and one meeting, which decided how the targets are shared out. All invented.</summary>
internal static class SampleConference
{
    private const string Meeting = "2022-1";
    private const string Source = "示例文件：聯席會議組成方案";
    private const string MinutesPaper = "stb-2022-conference.txt";

    public static string OnAllocation { get; } = new DecisionReference(Meeting, 1).ToString();

    public static LocalDate MetOn { get; } = new(2022, 1, 20);

    public static LocalDate AllocatedOn { get; } = new(2022, 1, 26);

    public static IEnumerable<SampleAct> Acts(Actor office, IReadOnlyDictionary<string, SamplePaper> papers)
    {
        var constituted = new LocalDate(2021, 12, 10);
        foreach (var (organisation, post, role) in Seats)
            yield return new SampleAct.OnConference(constituted, office, Meeting: null, new SetSeat(organisation, post, role, Source, On: constituted));

        var convened = new LocalDate(2022, 1, 10);
        yield return On(convened, new ConveneMeeting(
            MetOn, "示例會議室",
            [new(DecisionKind.Allocation, "審定目標分解"), new(DecisionKind.EmergingIndustry, "認定戰略性新興產業")], convened));
        yield return On(MetOn, new HoldMeeting(
            MetOn, Presiding: 1,
            [.. Seats.Index().Select(seat => new SeatPresence(
                seat.Index + 1, seat.Item.Organisation switch { "FSO" => Presence.Absent, "AHB" => Presence.Represented, _ => Presence.Present }))],
            MetOn));
        yield return On(MetOn, new DecideItem(
            1, DecisionOutcome.Adopted, Votes: null,
            "示例：同意按原定權重分解各項家數目標；自治區級企業研發中心由錫林浩特開發區調劑1家給蘇尼特開發區，分別為10家、4家。", MetOn));
        yield return On(MetOn, new DecideItem(
            2, DecisionOutcome.Deferred, new Votes(3, 2, 2), "示例：申報材料不足，補充後再議。", MetOn));
        var signed = new LocalDate(2022, 1, 25);
        yield return On(signed, new CloseMinutes(papers[MinutesPaper].Sha256, signed));

        SampleAct On(LocalDate on, object command) => new SampleAct.OnConference(on, office, Meeting, command);
    }

    private static (string Organisation, string Post, SeatRole Role)[] Seats =>
    [
        ("XLA", "分管科技工作的副盟長", SeatRole.Chair), ("STB", "局長", SeatRole.DeputyChair), ("STAT", "局長", SeatRole.Member),
        ("ORGD", "副部長", SeatRole.Member), ("DRC", "副主任", SeatRole.Member), ("IIB", "副局長", SeatRole.Member), ("AHB", "副局長", SeatRole.Member),
        ("FIB", "副局長", SeatRole.Member), ("FSO", "副主任", SeatRole.Member),
    ];
}
