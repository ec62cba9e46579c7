using Ledger.Api.Web;

namespace Ledger.Api.Cli;

[TextsOfACapability]
public sealed class CliTexts;
