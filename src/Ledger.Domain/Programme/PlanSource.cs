namespace Ledger.Domain.Programme;

/// <summary>Where the programme comes from: the plan's own particulars, verbatim.</summary>
public sealed record PlanSource
{
    public required string Title { get; init; }

    public required string Issuer { get; init; }

    /// <summary>As printed, such as 2021年11月5日.</summary>
    public required string Dated { get; init; }

    public required string AdoptedBy { get; init; }

    public required string Addressees { get; init; }

    /// <summary>The printing line at the foot.</summary>
    public required string Printed { get; init; }

    /// <summary>Null: the plan carries none, and none is invented.</summary>
    public required string? DocumentNumber { get; init; }

    /// <summary>Policies the plan leans on.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>What the plan says apart from targets, tasks and safeguards, in its order.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Announced attachments, with what is known of them.</summary>
    public required IReadOnlyList<Remark> Attachments { get; init; }

    /// <summary>What the plan presupposes and does not say; none in programmes that were adopted before these were told apart.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];

    /// <summary>Slips in the printed text, kept when quoting.</summary>
    public required IReadOnlyList<Remark> Defects { get; init; }
}

/// <param name="Section">Where it stands, such as 三(一); 前言 for what stands before the first section.</param>
/// <param name="Title">The heading; null where the plan has none.</param>
/// <param name="Text">Verbatim.</param>
public sealed record Passage(string Section, Name? Title, string Text);

/// <param name="Text">Verbatim.</param>
/// <param name="Note">Ours.</param>
public sealed record Remark(string Text, Name Note);

/// <param name="Text">The words that leave it open, verbatim.</param>
/// <param name="Note">What is not said; ours.</param>
public sealed record Silence(string Section, string Text, Name Note);

/// <summary>An aim without a number, which can be assessed all the same.</summary>
/// <param name="Text">Verbatim.</param>
public sealed record Outcome(string Text, string Section, Name Gloss)
{
    /// <summary>Ids of the tasks and safeguards by which it is followed .</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Codes of the targets by which it is followed .</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];
}

/// <param name="Id">Such as <c>R5</c>.</param>
/// <param name="Phrase">Verbatim.</param>
/// <param name="Meaning">What the ledger does about it.</param>
public sealed record Requirement(string Id, string Phrase, Name Meaning);

/// <summary>A word of the field and how it is said in each language.</summary>
/// <param name="InPlan">Whether the plan uses it; otherwise it is the field's.</param>
public sealed record Term(string Id, Name Name, bool InPlan, Name? Note);
