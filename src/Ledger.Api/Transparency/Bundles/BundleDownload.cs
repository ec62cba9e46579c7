using System.Globalization;
using System.Net.Http.Headers;
using Ledger.Api.Cli;
using Ledger.Api.Store;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>Fetches the bundle of a whole ledger from its server, into a file that is gone when it is closed.</summary>
internal static class BundleDownload
{
    /// <param name="server">Ends with a slash.</param>
    /// <exception cref="HttpRequestException">The server does not answer, or refuses; the message says why.</exception>
    /// <exception cref="HttpIOException">The connection ended before the bundle did.</exception>
    public static async Task<Stream> FetchAsync(Uri server, string user, string password, ProgressBar progress)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.Name);
        using var signIn = await http.PostAsJsonAsync("api/sign-in", new { user, password }, LedgerJson.Options);
        await RequireAsync(signIn, "application/json");
        var token = (await signIn.Content.ReadFromJsonAsync<SignedIn>(LedgerJson.Options))!.Token;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync("api/audit/bundle", HttpCompletionOption.ResponseHeadersRead);
        await RequireAsync(answer, "application/zip");

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

    // Something else may answer at the address, or in between.
    private static async Task RequireAsync(HttpResponseMessage answer, string mediaType)
    {
        var given = answer.Content.Headers.ContentType?.MediaType;
        if (answer.IsSuccessStatusCode && given == mediaType)
            return;
        var why = given == "application/problem+json"
            ? (await answer.Content.ReadFromJsonAsync<Refused>(LedgerJson.Options))!.Detail
            : $"{answer.ReasonPhrase}, {given}: no ledger answers here.";
        throw new HttpRequestException($"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {why}");
    }

    private sealed record SignedIn(string Token);

    private sealed record Refused(string? Detail);
}
