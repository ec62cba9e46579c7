namespace Ledger.Domain.Registers;

/// <summary>One act on an institution, as it is known to be in truth.</summary>
/// <param name="Number">From 1, in the order of recording; corrections have theirs too.</param>
/// <param name="Event">As it was last corrected.</param>
/// <param name="Struck">Why it was recorded by mistake; null: it was not.</param>
public sealed record InstitutionAct(int Number, InstitutionEvent Event, string? Struck = null)
{
    /// <summary>It says how another act is in truth, and is not corrected itself: that other one is corrected again.</summary>
    public bool IsCorrection => ActSaid.By(Event) is null;

    /// <summary>The recognition that it is about; null: about the institution.</summary>
    public int? Recognition => Event switch
    {
        RecognitionGranted e => e.Number,
        RecognitionRenewed e => e.Number,
        RecognitionEnded e => e.Number,
        _ => null,
    };
}
