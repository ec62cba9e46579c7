using System.Globalization;
using Ledger.Api.Programme;
using Ledger.Domain.Programme;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Sample;

/// <summary>The plan as adopted, and what the secretary enters afterwards: baselines, the notices' sign, the allocation that was decided, one deadline moved.</summary>
/// <remarks>Host governments are left open: the plan does not name them, and a sample should not either.</remarks>
internal static class SampleProgramme
{
    public static LocalDate AdoptedOn { get; } = new(2021, 11, 5);

    /// <summary>So that no notice can be taken for a real one.</summary>
    private const string NumberSign = "示例通報";

    private const string Baselines = "示例數據：2020年基數為演示而虛構，並非統計數據。";

    public static IReadOnlyList<AdoptProgramme> Versions { get; } = [.. Build()];

    /// <summary>The calendar with the moved deadline, which was moved before it passed.</summary>
    public static ReportingCalendar Calendar => Versions[^1].Document.Calendar;

    private static IEnumerable<AdoptProgramme> Build()
    {
        var plan = Plan.Document;
        yield return new(plan, new Basis(null, AdoptedOn, plan.Source.Issuer, "按方案原文錄入。"), AdoptedOn);

        var decidedOn = new LocalDate(2021, 11, 29);
        var withBaselines = plan with
        {
            Baselines =
            [
                .. SampleFiles.Table("baselines.csv").Select(row => new Baseline(
                    row.Need("zone"), row.Need("subject"), decimal.Parse(row.Need("value"), CultureInfo.InvariantCulture), Baselines)),
            ],
            Notices = plan.Notices with { NumberSign = NumberSign },
        };
        yield return new(
            withBaselines,
            new Basis(
                null, decidedOn, Conference,
                "示例數據：補錄各區2020年基數，數值均為虛構；通報以“示例通報”編號。各區所在旗縣市（區）待正式文件明確後另行錄入。"),
            decidedOn);

        var allocated = Allocate(withBaselines);
        yield return new(
            allocated, new Basis(null, SampleConference.MetOn, Conference, "示例：聯席會議審定目標分解，企業研發中心由錫林浩特調劑1家給蘇尼特。"),
            SampleConference.AllocatedOn);

        var movedOn = new LocalDate(2023, 1, 9);
        yield return new(
            allocated with
            {
                Calendar = plan.Calendar with
                {
                    Extensions = [new(Period.OfQuarter(2022, 4), new(2023, 1, 18), "示例：截止日1月15日為星期日，順延3日。")],
                },
            },
            new Basis(null, movedOn, plan.OrganisationName("STB", movedOn)!.ZhHant, "示例：2022年四季度報送截止日順延至2023年1月18日。"),
            movedOn);
    }

    /// <summary>The version that rests on what the joint conference decided.</summary>
    public static AdoptProgramme Allocated => Versions[2];

    /// <summary>Every target as it was assumed, but for one centre; once decided it is no assumption any more.</summary>
    private static ProgrammeDocument Allocate(ProgrammeDocument document) => SharedTarget.Of(document).Aggregate(document, (before, shared) => new AmendAllocation(
        shared.Code,
        shared.Code == "ent_rd_center"
            ? new Dictionary<string, decimal>(shared.Parts) { ["XLHT"] = shared.Parts["XLHT"] - 1, ["SNT"] = shared.Parts["SNT"] + 1 }
            : shared.Parts,
        Difference: null, new Basis(null, SampleConference.MetOn, Conference, null), Confirmed: null).To(before));

    public static string Conference => Plan.Document.OrganisationName("JCONF", AdoptedOn)!.ZhHant;
}
