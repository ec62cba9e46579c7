using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using NodaTime;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;

namespace Ledger.Api.Store;

/// <summary>Marten, Wolverine and the reader and writer over them.</summary>
public static class LedgerStore
{
    public const string Schema = "ledger";
    public const string MessageSchema = "wolverine";

    /// <summary>The connection string the program runs with, as the role that may only read and append.</summary>
    public const string ApplicationDatabase = "LEDGER_DATABASE";

    /// <summary>The connection string of the owner of the schema; read by <c>migrate</c> alone.</summary>
    public const string OwnerDatabase = "LEDGER_OWNER_DATABASE";

    public static WebApplicationBuilder AddLedgerStore(this WebApplicationBuilder builder, EventNames names, Purpose purpose)
    {
        var connection = builder.Configuration[SettingFor(purpose)];
        builder.Services.AddSingleton(_ => Ours(connection));
        builder.Services.AddKeyedSingleton(Schema, (_, _) => Source(connection).Build());
        builder.Services.AddSingleton(names);
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton<LedgerReader>();
        builder.Services.AddSingleton<LedgerWriter>();
        builder.Services.AddSingleton<ReadModels>();
        builder.Services.AddSingleton<Today>();
        var marten = builder.Services.AddMarten(services =>
        {
            var options = new StoreOptions();
            Configure(options, names, purpose);
            options.Connection(services.GetRequiredKeyedService<NpgsqlDataSource>(Schema));
            return options;
        });
        marten.UseLightweightSessions();
        marten.IntegrateWithWolverine(integration => integration.MessageStorageSchemaName = MessageSchema);
        // While the schema is changed nobody keeps the read models; whoever serves goes on with them.
        marten.AddAsyncDaemon(purpose == Purpose.Migrate ? DaemonMode.ExternallyManaged : DaemonMode.HotCold);

        builder.UseWolverine(options => Configure(options, purpose));
        return builder;
    }

    /// <summary>The name of the setting that holds the connection string for the purpose.</summary>
    public static string SettingFor(Purpose purpose) => purpose == Purpose.Migrate ? OwnerDatabase : ApplicationDatabase;

    /// <summary>For our own statements, which leave nothing behind in a session: it is handed on as it is, its plans kept.</summary>
    /// <remarks>Marten and Wolverine hold locks and listen in theirs, which are reset between users as is usual.</remarks>
    private static NpgsqlDataSource Ours(string? connection)
    {
        var source = Source(connection);
        source.ConnectionStringBuilder.ApplicationName = "ledger";
        source.ConnectionStringBuilder.NoResetOnClose = true;
        source.ConnectionStringBuilder.MaxAutoPrepare = 100;
        source.ConnectionStringBuilder.AutoPrepareMinUsages = 3;
        return source.Build();
    }

    private static NpgsqlDataSourceBuilder Source(string? connection)
    {
        var source = new NpgsqlDataSourceBuilder(connection);
        source.UseNodaTime();
        source.ConnectionStringBuilder.Timezone = "UTC";
        source.ConnectionStringBuilder.ApplicationName = "ledger: Marten and Wolverine";
        return source;
    }

    private static void Configure(WolverineOptions options, Purpose purpose)
    {
        options.ApplicationAssembly = typeof(LedgerStore).Assembly;
        options.AutoBuildMessageStorageOnStartup = purpose == Purpose.Migrate ? AutoCreate.CreateOrUpdate : AutoCreate.None;
        options.Durability.Mode = purpose == Purpose.Work ? DurabilityMode.MediatorOnly : DurabilityMode.Balanced;
        options.Policies.UseDurableLocalQueues();

        // Handlers run by code that was written beforehand (codegen write) and is part of the program: nothing is compiled at start.
        options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
        options.CodeGeneration.GeneratedCodeOutputPath = Path.GetFullPath("src/Ledger.Api/Internal/Generated");
        options.OnAnyException().ScheduleRetryIndefinitely(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
    }

    private static void Configure(StoreOptions options, EventNames names, Purpose purpose)
    {
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = purpose == Purpose.Migrate ? AutoCreate.CreateOrUpdate : AutoCreate.None;
        options.DisableNpgsqlLogging = true;
        options.UseSystemTextJsonForSerialization(configure: LedgerJson.Configure);

        var events = options.Events;
        events.StreamIdentity = StreamIdentity.AsString;
        events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        events.EnableUniqueIndexOnEventId = true;
        events.EnableEventTypeIndex = true;
        events.UseListenNotifyForEventAppends = true;
        events.MetadataConfig.EnableAll();
        // Ours, by which the history is searched; what Marten does not know of its own tables it would drop.
        foreach (var index in new[] { "mt_events_zone", "mt_events_period", "mt_events_officer", "mt_events_organisation", "mt_events_decision", "mt_events_institution" })
            events.IgnoreIndex(index);
        events.MetadataConfig.UserNameEnabled = true;
        foreach (var (name, type) in names.Types)
            events.MapEventType(type, name);

        // A projection that cannot read an event stops and shouts; it never skips. Health says so, and it is tried again.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;

        // A write that was rolled back leaves a gap in seq_id. It is stepped over as soon as no open transaction can fill it.
        options.Projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(500);
        options.Projections.LeadershipPollingTime = 1_000;
    }
}

/// <summary>What the program was started for.</summary>
public enum Purpose
{
    /// <summary>Serves, keeps the read models and sees to what is on the clock, as the application role.</summary>
    Serve,

    /// <summary>Does one thing and ends, as the application role. What is on the clock is left to who serves.</summary>
    Work,

    /// <summary>Brings the schema up to date, as the owner.</summary>
    Migrate,
}
