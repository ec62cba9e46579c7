using Ledger.Api.Store;

namespace Ledger.Api.Web.Http;

/// <summary>The conventions every endpoint under /api keeps.</summary>
public static class HttpModule
{
    private const long LargestBody = 32 * 1024 * 1024;

    public static WebApplicationBuilder AddLedgerHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = LargestBody);
        builder.Services.ConfigureHttpJsonOptions(options => LedgerJson.Configure(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(Contract.Describe);
        return builder;
    }

    public static void UseLedgerHttp(this WebApplication app)
    {
        app.UsePageHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = context => ExceptionProblems.IsExpected(context.Exception),
        });
        app.UseWhen(context => !IsForPrograms(context), pages =>
            pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        app.UseWhen(IsForPrograms, api =>
        {
            api.UseStatusCodePages(context => DescribeStatusAsync(context.HttpContext));
            // An Idempotency-Key is bound to the body, which is then read twice.
            api.Use((context, next) =>
            {
                if (context.Request.Headers.ContainsKey("Idempotency-Key"))
                    context.Request.EnableBuffering();
                return next(context);
            });
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhen(context => IsApi(context) && HttpMethods.IsGet(context.Request.Method), api => api.UseMiddleware<Moments>());
    }

    public static RouteGroupBuilder MapLedgerApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        return app.MapGroup("/api");
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>The contract and the log are for programs: what goes wrong there is no page.</summary>
    internal static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/log", StringComparison.Ordinal);

    private static bool IsForPrograms(HttpContext context) => IsForPrograms(context.Request.Path);

    private static Task DescribeStatusAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => Problems.Of(StatusCodes.Status401Unauthorized, "sign-in-needed").ExecuteAsync(context),
        StatusCodes.Status404NotFound => Problems.Of(StatusCodes.Status404NotFound, "not-found").ExecuteAsync(context),
        StatusCodes.Status405MethodNotAllowed => Problems.Of(StatusCodes.Status405MethodNotAllowed, "method-not-allowed").ExecuteAsync(context),
        StatusCodes.Status415UnsupportedMediaType => Problems.Of(StatusCodes.Status415UnsupportedMediaType, "not-json").ExecuteAsync(context),
        _ => Task.CompletedTask,
    };
}
