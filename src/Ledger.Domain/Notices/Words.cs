using System.Globalization;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>What a notice says beside its numbers, in the three languages; the official wording is the zh-Hant one.</summary>
/// <remarks>Frozen with the notice, so a change here changes what is drawn again from the past.</remarks>
internal static class Words
{
    public static Name Percent { get; } = new("%", "%", "%");

    public static Name Points { get; } = new("個百分點", "个百分点", "percentage points");

    public static Name Total { get; } = new("合計", "合计", "Total");

    public static Name Title(Period period) => new(
        $"關於{Year(period)}年{Months(period)}培育工作進展情況的通報",
        $"关于{Year(period)}年{Months(period)}培育工作进展情况的通报",
        $"Notice on the progress of cultivation, {EnglishMonths(period)} {Year(period)}");

    public static Name Opening(Period period, int zones) => new(
        $"{Months(period)}，全盟{Text(zones)}個培育對象", $"{Months(period)}，全盟{Text(zones)}个培育对象",
        $"From {EnglishMonths(period)} {Year(period)}, over the league's {Text(zones)} zones under cultivation, ");

    public static Name Amount(Name wording, decimal value, Name unit) => new(
        $"{wording.ZhHant}{Text(value)}{unit.ZhHant}", $"{wording.ZhHans}{Text(value)}{unit.ZhHans}", $"{wording.En} came to {English(value, unit)}");

    public static Name NoAmount(Name wording, Zone[] lacking) => lacking.Length == 0
        ? new($"{wording.ZhHant}暫無數據", $"{wording.ZhHans}暂无数据", $"for {wording.En} there is no figure")
        : new(
            $"{wording.ZhHant}因缺{Zones(lacking).ZhHant}數據，暫無全盟合計", $"{wording.ZhHans}因缺{Zones(lacking).ZhHans}数据，暂无全盟合计",
            $"for {wording.En} there is no total, for want of the figures of {Zones(lacking).En}");

    public static Name Growth(decimal percent, bool isExactlyZero) => percent switch
    {
        > 0 => new($"同比增長{Text(percent)}%", $"同比增长{Text(percent)}%", $"up {Text(percent)}% year on year"),
        < 0 => new($"同比下降{Text(-percent)}%", $"同比下降{Text(-percent)}%", $"down {Text(-percent)}% year on year"),
        _ when isExactlyZero => new("與上年同期持平", "与上年同期持平", "level with the year before"),
        _ => new("與上年同期基本持平", "与上年同期基本持平", "about level with the year before"),
    };

    public static Name NoGrowth(string reason) => reason switch
    {
        Reasons.ZeroBase => new("基數為零，不計算增速", "基数为零，不计算增速", "on a zero base, so growth is not computed"),
        Reasons.NegativeBase => new("基數為負，不計算增速", "基数为负，不计算增速", "on a negative base, so growth is not computed"),
        Reasons.ZoneBreak => new("開發區範圍有調整，前後不可比，不計算增速", "开发区范围有调整，前后不可比，不计算增速", "across a change of zones, so growth is not computed"),
        Reasons.HostBreak => new("所在地政府有變更，前後不可比，不計算增速", "所在地政府有变更，前后不可比，不计算增速", "across a change of host, so growth is not computed"),
        _ => new("上年同期無可比數據，不計算增速", "上年同期无可比数据，不计算增速", "with no comparable figure of the year before, so growth is not computed"),
    };

    public static Name FirstInGrowth(Name zones, bool tied, decimal percent) => tied
        ? new(
            $"{zones.ZhHant}增速並列第1位（{Signed(percent)}%）", $"{zones.ZhHans}增速并列第1位（{Signed(percent)}%）",
            $"{zones.En} shared 1st place in growth ({Signed(percent)}%)")
        : new(
            $"{zones.ZhHant}增速居第1位（{Signed(percent)}%）", $"{zones.ZhHans}增速居第1位（{Signed(percent)}%）",
            $"{zones.En} came 1st in growth ({Signed(percent)}%)");

    public static Name LastInGrowth(Name zones, Name growth, int rank, bool tied) => tied
        ? new(
            $"{zones.ZhHant}{growth.ZhHant}，並列第{Text(rank)}位", $"{zones.ZhHans}{growth.ZhHans}，并列第{Text(rank)}位",
            $"{zones.En}, {growth.En}, shared {Ordinal(rank)} place")
        : new(
            $"{zones.ZhHant}{growth.ZhHant}，居第{Text(rank)}位", $"{zones.ZhHans}{growth.ZhHans}，居第{Text(rank)}位",
            $"{zones.En}, {growth.En}, came {Ordinal(rank)}");

    public static Name WithoutBase(Name zones) => new(
        $"{zones.ZhHant}基數為零或為負，不計算增速", $"{zones.ZhHans}基数为零或为负，不计算增速",
        $"the growth of {zones.En} is not computed, for want of a positive base");

    public static Name AgainstTrajectory(decimal gap, Name unit) => gap switch
    {
        < 0 => new(
            $"低於時序目標{Text(-gap)}{unit.ZhHant}", $"低于时序目标{Text(-gap)}{unit.ZhHans}", $"{English(-gap, unit)} below the trajectory"),
        > 0 => new(
            $"高於時序目標{Text(gap)}{unit.ZhHant}", $"高于时序目标{Text(gap)}{unit.ZhHans}", $"{English(gap, unit)} above the trajectory"),
        _ => new("與時序目標持平", "与时序目标持平", "level with the trajectory"),
    };

    public static Name NoTrajectory { get; } = new("無時序目標可比", "无时序目标可比", "with no trajectory to compare with");

    public static Name CompletedOfYear(decimal percent) => new(
        $"完成年度目標的{Text(percent)}%", $"完成年度目标的{Text(percent)}%", $"{Text(percent)}% of the year's target");

    public static Name CompletedOfPath(decimal percent) => new(
        $"完成時序增量目標的{Text(percent)}%", $"完成时序增量目标的{Text(percent)}%", $"{Text(percent)}% of the growth due by then");

    /// <summary>What a reader of a series must know of a zone.</summary>
    public static Name Break(Name zone, Break @break, Zone[] others)
    {
        var day = @break.From;
        var (hant, hans, english) = @break.Kind switch
        {
            BreakKind.Renamed => (
                $"由“{@break.FormerName!.ZhHant}”更名，數據口徑連續", $"由“{@break.FormerName.ZhHans}”更名，数据口径连续",
                $"bears this name, before {@break.FormerName.En}; its series go on"),
            BreakKind.Merged => (
                $"與{Zones(others).ZhHant}合併，前後數據不可比", $"与{Zones(others).ZhHans}合并，前后数据不可比",
                $"is one with {Zones(others).En}; figures before and after are not comparable"),
            BreakKind.Split => (
                $"分設（涉及{Zones(others).ZhHant}），前後數據不可比", $"分设（涉及{Zones(others).ZhHans}），前后数据不可比",
                $"is apart from {Zones(others).En}; figures before and after are not comparable"),
            BreakKind.Left => ("退出", "退出", "is no longer among the zones"),
            _ => throw new ArgumentOutOfRangeException(nameof(@break)),
        };
        return new(
            $"{zone.ZhHant}自{Text(day.Year)}年{Text(day.Month)}月{Text(day.Day)}日起{hant}。", $"{zone.ZhHans}自{Text(day.Year)}年{Text(day.Month)}月{Text(day.Day)}日起{hans}。",
            $"Since {day:uuuu-MM-dd} {zone.En} {english}.");
    }

    /// <summary>Who hosts a zone from a day on; its own series go on.</summary>
    /// <param name="after">Null: it is not known.</param>
    public static Name Hosted(Name zone, LocalDate day, Name before, Name? after) => new(
        $"{zone.ZhHant}自{Text(day.Year)}年{Text(day.Month)}月{Text(day.Day)}日起所在地政府由{before.ZhHant}變更為{after?.ZhHant ?? "待定"}，數據口徑連續。",
        $"{zone.ZhHans}自{Text(day.Year)}年{Text(day.Month)}月{Text(day.Day)}日起所在地政府由{before.ZhHans}变更为{after?.ZhHans ?? "待定"}，数据口径连续。",
        $"Since {day:uuuu-MM-dd} {zone.En} is hosted by {after?.En ?? "a government yet to be entered"}, before by {before.En}; its series go on.");

    public static Name NoCompletion(string reason) => reason is Reasons.ZeroBase or Reasons.NegativeBase
        ? new("基數為零或為負，不計算完成率", "基数为零或为负，不计算完成率", "with no positive base, so completion is not computed")
        : new("無目標可比，不計算完成率", "无目标可比，不计算完成率", "with no target to compare with, so completion is not computed");

    public static Name AgainstTime(decimal lead) => lead switch
    {
        < 0 => new($"落後序時進度{Text(-lead)}個百分點", $"落后序时进度{Text(-lead)}个百分点", $"{Text(-lead)} percentage points behind the time elapsed"),
        > 0 => new($"超序時進度{Text(lead)}個百分點", $"超序时进度{Text(lead)}个百分点", $"{Text(lead)} percentage points ahead of the time elapsed"),
        _ => new("與序時進度持平", "与序时进度持平", "level with the time elapsed"),
    };

    public static Name FirstIn(NoticeTable table, Cell value, Cell rank)
    {
        var (hant, hans) = rank.Note == Notes.Tied ? ("並列第1位", "并列第1位") : ("居第1位", "居第1位");
        var english = rank.Note == Notes.Tied ? "shares 1st place" : "is 1st";
        var unit = Unit(table, value);
        var said = table.Kind switch
        {
            NoticeMeasureKind.Growth => new Name("同比增速", "同比增速", "in growth"),
            NoticeMeasureKind.Trajectory => new Name("與時序目標的差距", "与时序目标的差距", "in the gap to the trajectory"),
            _ => new Name("目標完成率", "目标完成率", "in completion of the target"),
        };
        return new(
            $"{table.Name.ZhHant}{said.ZhHant}{hant}（{Signed(value.Value!.Value)}{unit.ZhHant}）",
            $"{table.Name.ZhHans}{said.ZhHans}{hans}（{Signed(value.Value!.Value)}{unit.ZhHans}）",
            $"{english} {said.En} of {table.Name.En} ({EnglishSigned(value.Value!.Value, unit)})");
    }

    public static Name BehindIn(NoticeTable table, Cell value)
    {
        var behind = -value.Value!.Value;
        return table.Kind == NoticeMeasureKind.Trajectory
            ? new(
                $"{table.Name.ZhHant}低於時序目標{Text(behind)}個百分點", $"{table.Name.ZhHans}低于时序目标{Text(behind)}个百分点",
                $"{table.Name.En} is {Text(behind)} percentage points below the trajectory")
            : new(
                $"{table.Name.ZhHant}完成率落後序時進度{Text(behind)}個百分點", $"{table.Name.ZhHans}完成率落后序时进度{Text(behind)}个百分点",
                $"completion of {table.Name.En} is {Text(behind)} percentage points behind the time elapsed");
    }

    public static Name AllOnTime(Period period) => new(
        $"{Months(period)}各季報表全部按時報送", $"{Months(period)}各季报表全部按时报送",
        $"every return of {EnglishMonths(period)} came in time");

    public static Name ReturnMissing(Period quarter) => new(
        $"缺報{Year(quarter)}年第{Text(quarter.Quarter)}季度報表", $"缺报{Year(quarter)}年第{Text(quarter.Quarter)}季度报表",
        $"the return for {quarter} is missing");

    public static Name Listed(Name zone, IReadOnlyList<ListReason> reasons) => new(
        $"{zone.ZhHant}：{string.Join('；', reasons.Select(reason => reason.Text.ZhHant))}。",
        $"{zone.ZhHans}：{string.Join('；', reasons.Select(reason => reason.Text.ZhHans))}。",
        $"{zone.En}: {string.Join("; ", reasons.Select(reason => reason.Text.En))}.");

    public static Name Unranked(Name zones) => new(
        $"截至本期數據截止時，{zones.ZhHant}的報表未審核通過，不參加排名。", $"截至本期数据截止时，{zones.ZhHans}的报表未审核通过，不参加排名。",
        $"When the figures were cut off, the return of {zones.En} had not been accepted; it is not ranked.");

    public static Name ReturnsDue(int count) => new($"應報季報{Text(count)}份", $"应报季报{Text(count)}份", $"{Text(count)} returns were due");

    /// <param name="named">The zones concerned; null: they are not named.</param>
    public static Name Returned(ReturnTimeliness timeliness, int count, Name? named)
    {
        var (hant, hans, english) = timeliness switch
        {
            ReturnTimeliness.OnTime => ("按時報送", "按时报送", "came in time"),
            ReturnTimeliness.Late => ("逾期報送", "逾期报送", "came late"),
            ReturnTimeliness.Missing => ("缺報", "缺报", "missing"),
            ReturnTimeliness.Outstanding => ("未到期尚未報送", "未到期尚未报送", "not yet due"),
            _ => throw new ArgumentOutOfRangeException(nameof(timeliness)),
        };
        return new(
            $"{hant}{Text(count)}份{(named is null ? "" : $"（{named.ZhHant}）")}", $"{hans}{Text(count)}份{(named is null ? "" : $"（{named.ZhHans}）")}",
            $"{Text(count)} {english}{(named is null ? "" : $" ({named.En})")}");
    }

    public static Name Corrected(Name zone, CorrectionEntry entry)
    {
        var (old, @new) = (entry.Old.Value!.Value, entry.New.Value!.Value);
        // The reason stands in brackets, without the stop that the zone may have put after it.
        var reason = entry.Reason.TrimEnd('。', '.', '；', ';', ' ');
        var (hant, hans, english) = entry.Kind == CorrectionKind.Error ? ("更正", "更正", "corrected") : ("修訂", "修订", "revised");
        return new(
            $"{zone.ZhHant}{Covers(entry.Period)}{entry.SeriesName.ZhHant}由{Text(old)}{entry.Unit.ZhHant}{hant}為{Text(@new)}{entry.Unit.ZhHant}（{reason}）。",
            $"{zone.ZhHans}{Covers(entry.Period)}{entry.SeriesName.ZhHans}由{Text(old)}{entry.Unit.ZhHans}{hans}为{Text(@new)}{entry.Unit.ZhHans}（{reason}）。",
            $"{entry.SeriesName.En} of {zone.En} for {EnglishMonths(entry.Period)} {Year(entry.Period)} is {english} from {English(old, entry.Unit)} to {English(@new, entry.Unit)} ({reason}).");
    }

    /// <summary>其中: a sentence on single zones after one on all.</summary>
    public static Name AmongThem(IReadOnlyList<Name> clauses) => new(
        $"其中，{string.Join('，', clauses.Select(clause => clause.ZhHant))}。", $"其中，{string.Join('，', clauses.Select(clause => clause.ZhHans))}。",
        $"{Capital(string.Join("; ", clauses.Select(clause => clause.En)))}.");

    public static Name Sentence(IReadOnlyList<Name> clauses, Name? opening = null) => new(
        $"{opening?.ZhHant}{string.Join('，', clauses.Select(clause => clause.ZhHant))}。", $"{opening?.ZhHans}{string.Join('，', clauses.Select(clause => clause.ZhHans))}。",
        $"{Capital(opening?.En + string.Join(", ", clauses.Select(clause => clause.En)))}.");

    public static Name Paragraph(IReadOnlyList<Name> sentences) => new(
        string.Concat(sentences.Select(sentence => sentence.ZhHant)), string.Concat(sentences.Select(sentence => sentence.ZhHans)),
        string.Join(' ', sentences.Select(sentence => sentence.En)));

    /// <summary>白音華、承接產業開發區: all but the last by their names in a list.</summary>
    public static Name Zones(Zone[] zones)
    {
        Name[] names = [.. zones.SkipLast(1).Select(zone => zone.ListName), zones[^1].ShortName];
        return new(
            string.Join('、', names.Select(name => name.ZhHant)), string.Join('、', names.Select(name => name.ZhHans)),
            names.Length == 1 ? names[0].En : $"{string.Join(", ", names.SkipLast(1).Select(name => name.En))} and {names[^1].En}");
    }

    private static string Months(Period period) => string.Create(CultureInfo.InvariantCulture, $"1—{period.Months}月");

    private static string Covers(Period period) => $"{Year(period)}年{(period.IsYear ? "" : Months(period))}";

    private static string EnglishMonths(Period period) => period.Months switch
    {
        3 => "January to March",
        6 => "January to June",
        9 => "January to September",
        _ => "January to December",
    };

    private static string Year(Period period) => Text(period.Year);

    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>With the sign that print has, not the keyboard's.</summary>
    private static string Signed(decimal value) => value < 0 ? $"−{Text(-value)}" : Text(value);

    private static string English(decimal value, Name unit) => WithUnit(Text(value), unit);

    private static string EnglishSigned(decimal value, Name unit) => WithUnit(Signed(value), unit);

    private static string WithUnit(string value, Name unit) => unit.En switch
    {
        "%" => $"{value}%",
        "number" => value,
        "percentage points" => $"{value} percentage points",
        _ => $"{value} ({unit.En})",
    };

    private static string Ordinal(int rank) => (rank % 100, rank % 10) switch
    {
        ( >= 11 and <= 13, _) => $"{Text(rank)}th",
        (_, 1) => $"{Text(rank)}st",
        (_, 2) => $"{Text(rank)}nd",
        (_, 3) => $"{Text(rank)}rd",
        _ => $"{Text(rank)}th",
    };

    private static Name Unit(NoticeTable table, Cell cell) =>
        table.Columns.First(column => cell.Id.EndsWith($".{column.Code}", StringComparison.Ordinal)).Unit!;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
