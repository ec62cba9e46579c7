using Ledger.Api.Store;
using Ledger.Api.Tests.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Registers;

/// <summary>The plan is in force; the register is empty.</summary>
public sealed class RegisterHost : ReportingHost
{
    public const string Institutions = "/api/registers/institutions";

    public IRebuildable Rebuild => Services.GetServices<IRebuildable>().Single(model => model.Name == "register");
}

[CollectionDefinition(Name)]
public sealed class RegisterCollection : ICollectionFixture<RegisterHost>
{
    public const string Name = "register";
}
