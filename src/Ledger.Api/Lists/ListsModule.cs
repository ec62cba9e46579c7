namespace Ledger.Api.Lists;

/// <summary>Lists in and out, as CSV and XLSX.</summary>
public static class ListsModule
{
    public static WebApplicationBuilder AddLists(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ListImporter>();
        return builder;
    }

    /// <summary>A kind of list that a capability takes; a page finds it by its name.</summary>
    public static IServiceCollection AddListImport<TImport>(this IServiceCollection services)
        where TImport : class, IListImport =>
        services.AddSingleton<TImport>().AddSingleton<IListImport>(provider => provider.GetRequiredService<TImport>());
}
