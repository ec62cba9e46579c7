namespace Ledger.Api.Assessment.Pages;

/// <summary>A page about one year's assessment, as <c>YearNav</c> lists them.</summary>
public enum YearPart
{
    /// <summary>Where the year stands, and the acts that take it on: <c>/assessments/{year}</c>.</summary>
    Course,

    /// <summary>For a member, with a page for each zone.</summary>
    Scoring,

    /// <summary>With the scorecard of each zone.</summary>
    Result,
    WhatIf,
    Appeals,
    Outcomes,
}
