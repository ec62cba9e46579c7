namespace Ledger.Domain.Notices;

/// <summary>The shapes that notices have had. One that was issued is drawn again in its own, whatever later ones say beside it.</summary>
public static class NoticeForms
{
    /// <summary>Figures, targets, returns, lists, corrections. Its content bears no form.</summary>
    public const int First = 1;

    /// <summary>Key tasks and supervision as well.</summary>
    public const int WithTasks = 2;

    /// <summary>The register beside the returns, and the joint conference's decisions as well.</summary>
    public const int WithRegister = 3;

    /// <summary>What is issued now.</summary>
    public const int Current = WithRegister;

    /// <summary>Whether this program can draw it; a later program may have issued others.</summary>
    public static bool IsKnown(int form) => form is >= First and <= Current;
}
