using Ledger.Domain.Conference;
using Ledger.Domain.Programme;
using static Ledger.Domain.Notices.Words;

namespace Ledger.Domain.Notices;

/// <summary>What a notice says about the register and about the joint conference, in the three languages.</summary>
/// <remarks>Frozen with the notice, as <see cref="Words"/> are.</remarks>
internal static class RegisterWords
{
    public static Name NoRegister { get; } = new(
        "登記名錄尚無可與報表核對的數據。", "登记名录尚无可与报表核对的数据。", "There is nothing yet in the register that the returns could be compared with.");

    /// <summary>報表與登記名錄可核對60項，一致59項，不一致1項，無名錄或未報5項。</summary>
    public static Name Compared(NoticeRegister register)
    {
        var (agreeing, differing) = ((int)register.Agreeing.Value!.Value, (int)register.Differing.Value!.Value);
        var lacking = register.Series.Sum(line => line.Cells.Count(cell => cell.Value is null));
        List<Name> clauses =
        [
            new(
                $"報表與登記名錄可核對{Text(agreeing + differing)}項", $"报表与登记名录可核对{Text(agreeing + differing)}项",
                $"{Text(agreeing + differing)} figures of the returns can be compared with the register"),
            new($"一致{Text(agreeing)}項", $"一致{Text(agreeing)}项", $"{Text(agreeing)} agree"),
            new($"不一致{Text(differing)}項", $"不一致{Text(differing)}项", $"{Text(differing)} differ"),
        ];
        if (lacking > 0)
            clauses.Add(new($"無名錄或未報{Text(lacking)}項", $"无名录或未报{Text(lacking)}项", $"{Text(lacking)} have no register or were not stated"));
        return Sentence(clauses);
    }

    public static Name Differs(Zone zone, RegisterLine line, decimal by)
    {
        var (hant, hans, english) = by > 0 ? ("多", "多", "more") : ("少", "少", "fewer");
        var count = Text(Math.Abs(by));
        return new(
            $"{zone.ShortName.ZhHant}{line.Name.ZhHant}報表數比名錄{hant}{count}{line.Unit.ZhHant}。",
            $"{zone.ShortName.ZhHans}{line.Name.ZhHans}报表数比名录{hans}{count}{line.Unit.ZhHans}。",
            $"{line.Name.En} of {zone.ShortName.En}: the return states {count} {english} than the register counts.");
    }

    public static Name NoDecision { get; } = new(
        "本季度聯席會議未作出決定。", "本季度联席会议未作出决定。", "The joint conference decided nothing in the quarter.");

    public static Name Decided(ConferenceDecision decision)
    {
        var (hant, hans, english) = decision.Outcome switch
        {
            DecisionOutcome.Adopted => ("通過", "通过", "adopted"),
            DecisionOutcome.NotAdopted => ("未通過", "未通过", "not adopted"),
            DecisionOutcome.Deferred => ("暫緩", "暂缓", "deferred"),
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        };
        var text = decision.Text.TrimEnd('。', '.', '；', ';', ' ');
        return new(
            $"聯席會議{decision.Meeting}次會議就“{decision.Title}”議定（{hant}）：{text}。", $"联席会议{decision.Meeting}次会议就“{decision.Title}”议定（{hans}）：{text}。",
            $"Meeting {decision.Meeting} of the joint conference on “{decision.Title}” ({english}): {text}.");
    }
}
