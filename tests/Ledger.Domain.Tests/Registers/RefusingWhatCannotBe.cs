using Ledger.Domain.Registers;
using NodaTime;

namespace Ledger.Domain.Tests.Registers;

public class RefusingWhatCannotBe
{
    private static readonly LocalDate Day = new(2023, 5, 1);

    [Theory]
    [InlineData("91150100MA0EXAMPQ3", "institution-code-check")]
    [InlineData("9115010", "institution-code-malformed")]
    [InlineData("L-甲", "institution-code-malformed")]
    [InlineData("91150000114123661P", null)]
    [InlineData("L-XLHT-001", null)]
    public void A_code_is_a_unified_social_credit_code_or_an_agreed_local_one(string code, string? fault)
    {
        if (code.Length == 18 && fault is null)
            code = code[..17] + InstitutionCode.CheckCharacter(code[..17]);
        InstitutionCode.Check("/code", code)?.Code.ShouldBe(fault);
        (InstitutionCode.Check("/code", code) is null).ShouldBe(fault is null);
    }

    /// <summary>The example of GB 32100-2015 itself.</summary>
    [Fact]
    public void The_check_character_is_the_standards() => InstitutionCode.Check("/code", "91350100M000100Y43").ShouldBeNull();

    [Theory]
    [InlineData("負責人 11010519491231002X", true)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", true)]
    [InlineData("110105 19491231 0021", true)]
    [InlineData("GR202115000123", false)]
    [InlineData("證書 201511051234567890123", false)]
    public void A_natural_persons_identity_number_is_not_taken_in_any_text(string text, bool isPersonal)
    {
        var refused = RegisterStory.Entered.When(new GrantRecognition("hte", null, Day, "公告", text));
        (refused.Refusal?.Faults.Single() is { Pointer: "/certificate", Code: "personal-data" }).ShouldBe(isPersonal);
        RegisterStory.Entered.When(new RenameInstitution(text, "變更")).Refusal.ShouldBe(
            isPersonal ? Refusal.OfFaults(RefusalKind.Invalid, "request-at-fault", [Fault.At("/name", "personal-data")]) : null);
    }

    [Fact]
    public void Only_the_office_keeps_it() =>
        RegisterStory.Entered.When(new CloseInstitution("註銷"), RegisterStory.Reporter).Refusal!.Code.ShouldBe("not-allowed");

    [Fact]
    public void Each_act_says_what_stands_against_it()
    {
        Code(RegisterStory.Unknown.When(new CloseInstitution("註銷"))).ShouldBe("institution-unknown");
        Code(RegisterStory.Entered.When(new EnterInstitution("乙公司", "XLHT", "名冊"))).ShouldBe("institution-entered");
        Code(RegisterStory.Recognised.When(new GrantRecognition("hte", null, Day, "公告"))).ShouldBe("recognition-standing");
        Code(RegisterStory.Recognised.When(new RenewRecognition(2, Day, "公告"))).ShouldBe("recognition-unknown");
        var ended = RegisterStory.Recognised.With(new RecognitionEnded(Day, 1, RecognitionEnd.Withdrawn, Day, "撤銷"));
        Code(ended.When(new RenewRecognition(1, new(2024, 11, 5), "公告"))).ShouldBe("recognition-over");
        ended.When(new GrantRecognition("hte", null, new(2025, 1, 1), "公告")).Refusal.ShouldBeNull();
        var closed = RegisterStory.Recognised.With(new InstitutionClosed(Day, Day, "註銷"));
        Code(closed.When(new RenameInstitution("乙公司", "變更"))).ShouldBe("institution-ended");
        Code(RegisterStory.Recognised.When(new StrikeAct(1, "誤錄", new(2021, 1, 1)))).ShouldBe("date-before-previous");
        Code(RegisterStory.Recognised.When(new StrikeAct(1, "誤錄", new(2026, 1, 1)))).ShouldBe("date-in-future");
    }

    [Fact]
    public void Each_field_says_what_is_wrong_with_it()
    {
        Faults(RegisterStory.Unknown.When(new EnterInstitution(" ", "NOWHERE", "", new LocalDate(1900, 1, 1))))
            .ShouldBe([("/name", "text-required"), ("/document", "text-required"), ("/from", "effective-date-impossible"), ("/zone", "zone-unknown")]);
        Faults(RegisterStory.Entered.When(new GrantRecognition("king", null, Day, "公告"))).ShouldBe([("/kind", "register-kind-unknown")]);
        Faults(RegisterStory.Entered.When(new GrantRecognition("hte", "region", Day, "公告", Until: new(2023, 1, 1))))
            .ShouldBe([("/level", "register-level-unknown"), ("/until", "until-before-from")]);
        Faults(RegisterStory.Entered.When(new GrantRecognition("incubator", null, Day, "公告"))).ShouldBe([("/level", "register-level-unknown")]);
        Faults(RegisterStory.Recognised.When(new RenewRecognition(1, new(2021, 11, 5), "公告", "GR9"))).ShouldBe([("/from", "renewal-before-start")]);
        Faults(RegisterStory.Recognised.When(new EndRecognition(1, RecognitionEnd.Withdrawn, "撤銷", new(2021, 1, 1)))).ShouldBe([("/from", "end-before-start")]);
        Faults(RegisterStory.Entered.When(new MergeInstitution(RegisterStory.Code, "協議"))).ShouldBe([("/into", "merge-into-itself")]);
        Faults(RegisterStory.Entered.When(new MergeInstitution("L-OTHER-1", "協議"))).ShouldBe([("/into", "merge-into-unknown")]);
        var dated = RegisterStory.Unknown.With(new InstitutionEntered(Day, "甲公司", "XLHT", Day, "名冊"));
        Faults(dated.When(new MoveInstitution("BYH", "變更", new(2022, 1, 1)))).ShouldBe([("/from", "before-entry")]);
    }

    private static string? Code(Decision<InstitutionEvent> decision) => decision.Refusal?.Code;

    private static IEnumerable<(string, string)> Faults(Decision<InstitutionEvent> decision) =>
        decision.Refusal!.Faults.Select(fault => (fault.Pointer, fault.Code));
}
