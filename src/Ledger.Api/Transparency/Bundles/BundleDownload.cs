using System.Net.Http.Headers;
using Ledger.Api.Cli;
using Ledger.Api.Store;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>Fetches the bundle of a whole ledger from its server, into a file that is gone when it is closed.</summary>
internal static class BundleDownload
{
    /// <exception cref="HttpRequestException">The server does not answer, or refuses; the message says why.</exception>
    public static async Task<Stream> FetchAsync(Uri server, string user, string password, ProgressBar progress)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        using var signIn = await http.PostAsJsonAsync("/api/sign-in", new { user, password }, LedgerJson.Options);
        await RequireAsync(signIn);
        var token = (await signIn.Content.ReadFromJsonAsync<SignedIn>(LedgerJson.Options))!.Token;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync("/api/audit/bundle", HttpCompletionOption.ResponseHeadersRead);
        await RequireAsync(answer);

        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        await using var body = await answer.Content.ReadAsStreamAsync();
        await CopyAsync(body, file, progress);
        file.Position = 0;
        return file;
    }

    private static async Task CopyAsync(Stream body, FileStream file, ProgressBar progress)
    {
        var buffer = new byte[1 << 16];
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            await file.WriteAsync(buffer.AsMemory(0, read));
            progress.Show($"{file.Length >> 10} KiB", 0, 1);
        }

        progress.Clear();
    }

    private static async Task RequireAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private sealed record SignedIn(string Token);
}
