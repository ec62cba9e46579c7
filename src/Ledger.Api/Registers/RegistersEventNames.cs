using Ledger.Api.Store;
using Ledger.Domain.Registers;

namespace Ledger.Api.Registers;

/// <summary>The stored names of <see cref="InstitutionEvent"/>.</summary>
public static class RegistersEventNames
{
    public static EventNames AddRegisters(this EventNames names) => names
        .Add<InstitutionEntered>("institution_entered")
        .Add<InstitutionRenamed>("institution_renamed")
        .Add<InstitutionMoved>("institution_moved")
        .Add<InstitutionMerged>("institution_merged")
        .Add<InstitutionClosed>("institution_closed")
        .Add<InstitutionReopened>("institution_reopened")
        .Add<RecognitionGranted>("recognition_granted")
        .Add<RecognitionRenewed>("recognition_renewed")
        .Add<RecognitionEnded>("recognition_ended")
        .Add<RecognitionCorrected>("recognition_corrected")
        .Add<RecognitionStruck>("recognition_struck")
        .Add<InstitutionActCorrected>("institution_act_corrected")
        .Add<InstitutionActStruck>("institution_act_struck");
}
