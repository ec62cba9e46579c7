using Ledger.Api.Web;

namespace Ledger.Api.KeyTasks;

[TextsOfACapability]
public sealed class KeyTasksTexts;
