using Ledger.Api.Transparency.Bundles;
using Ledger.Api.Transparency.Completeness;

namespace Ledger.Api.Transparency.Pages;

/// <summary>What pages hand out to be checked elsewhere, to whoever may read all of it.</summary>
public static class LogDownloads
{
    public static void MapLogDownloads(this WebApplication app)
    {
        app.MapGet("/integrity/bundle", BundleEndpoint.DownloadAsync);
        app.MapGet("/integrity/history", HistoryProofEndpoint.DownloadAsync);
    }
}
