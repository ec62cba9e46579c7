using Ledger.Api.Access;
using Ledger.Api.Assessment;
using Ledger.Api.Audit;
using Ledger.Api.Audit.Traces;
using Ledger.Api.Cli;
using Ledger.Api.Conference;
using Ledger.Api.Cultivation;
using Ledger.Api.KeyTasks;
using Ledger.Api.Lists;
using Ledger.Api.Measures;
using Ledger.Api.Notices;
using Ledger.Api.Programme;
using Ledger.Api.Registers;
using Ledger.Api.Reporting;
using Ledger.Api.Sample;
using Ledger.Api.Store;
using Ledger.Api.Transparency;
using Ledger.Api.Transparency.Bundles;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;

if (Commands.Choose(args, out var exitCode) is not { } chosen)
    return exitCode;
if (chosen is OfflineCommand offline)
    return await Commands.RunAsync(offline, args);
var command = (LedgerCommand)chosen;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (!builder.TryAdd(command))
    return 2;
builder.AddLedgerStore(EventNames.OfTheLedger(), command.Purpose);
builder.AddTransparency(command.Purpose);
builder.AddAccess();
builder.AddProgramme();
builder.AddReporting();
builder.AddFacts();
builder.AddDeadlines(command.Purpose);
builder.AddMeasures();
builder.AddNotices();
builder.AddAssessment();
builder.AddLists();
builder.AddKeyTasks();
builder.AddConference();
builder.AddCultivation();
builder.AddRegisters();
builder.AddAudit();
builder.AddSample();
builder.AddLedgerHttp();
builder.AddLedgerWeb();

var app = builder.Build();
app.UseLedgerHttp();
app.UseLedgerWeb();
app.MapHealth();
app.MapPages();
app.MapPapers();
app.MapLog();
app.MapEventDownload();
app.MapProvDownload();
app.MapTaskDownload();
app.MapRegisterLinks();
var api = app.MapLedgerApi();
api.MapAccess();
api.MapProgramme();
api.MapReturns();
api.MapFigures();
api.MapEvidence();
api.MapMeasures();
api.MapNotices();
api.MapSchemes();
api.MapAssessments();
api.MapTasks();
api.MapConference();
api.MapZones();
api.MapRegisters();
api.MapLogProofs();
api.MapAuditEvents();
api.MapFindings();
api.MapTraces();
api.MapBundle();
api.MapComparisons();

return await Commands.RunAsync(app, command, args);

public partial class Program;
