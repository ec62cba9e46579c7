using Ledger.Api.Programme.Coverage;

namespace Ledger.Api.Assessment;

/// <summary>The annual assessment: schemes, the committee's acts, results, appeals and outcomes.</summary>
public static class AssessmentModule
{
    public static WebApplicationBuilder AddAssessment(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BallotBox>();
        builder.Services.AddSingleton<Schemes>();
        builder.Services.AddSingleton<SchemeActs>();
        builder.Services.AddSingleton<AssessmentFacts>();
        builder.Services.AddSingleton<AssessmentReaders>();
        builder.Services.AddSingleton<Assessments>();
        builder.Services.AddSingleton<EvidenceReferences>();
        builder.Services.AddSingleton<AssessmentActs>();
        builder.Services.AddSingleton<AssessmentProposals>();
        builder.Services.AddSingleton<Appeals>();
        builder.Services.AddSingleton<OutcomeCourses>();
        builder.Services.AddSingleton<ZoneScorecards>();
        builder.Services.AddSingleton<ResultEditions>();
        builder.Services.AddSingleton<ScorecardExplanations>();
        builder.Services.AddSingleton<IClauseFacts, AssessmentClauses>();
        return builder;
    }
}
