using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Reporting;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Reporting;

public class KeepingEvidence(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n% a paper\n");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_hash_of_the_bytes_and_the_bytes_back_under_it()
    {
        var kept = await KeepAsync(Pdf, "營業收入 台賬.pdf", "application/pdf");
        kept.Status.ShouldBe(HttpStatusCode.Created);
        var evidence = kept.Read<Evidence>();
        evidence.ShouldBe(new Evidence(HashOf(Pdf), "營業收入 台賬.pdf", "application/pdf", Pdf.Length));
        kept.Headers["Location"].ShouldBe($"/api/evidence/{evidence.Sha256}");

        using var client = await host.AsAsync("auditor");
        using var opened = await client.GetAsync($"/api/evidence/{evidence.Sha256}", Cancellation);
        (await opened.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Pdf);
        opened.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        var disposition = opened.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).ShouldBe(("attachment", "營業收入 台賬.pdf"));
        opened.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Keeps_the_same_bytes_once_under_their_first_name()
    {
        var paper = Text("the same paper");
        (await KeepAsync(paper, "first.txt", "text/plain")).Status.ShouldBe(HttpStatusCode.Created);
        var again = await KeepAsync(paper, "second.txt", "text/plain", "byh");
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Read<Evidence>().Name.ShouldBe("first.txt");
        (await ScalarAsync("select count(*) from ledger.evidence where sha256 = '" + HashOf(paper) + "'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Takes_every_kind_of_paper_by_its_bytes()
    {
        await ShouldTakeAsync([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 1], "a.png", "image/png");
        await ShouldTakeAsync([0xFF, 0xD8, 0xFF, 0xE0, 1], "a.JPG", "image/jpeg");
        await ShouldTakeAsync(Package("xl/workbook.xml"), "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        await ShouldTakeAsync(Package("word/document.xml"), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        await ShouldTakeAsync(Package("OFD.xml"), "a.ofd", "application/ofd");
        await ShouldTakeAsync(Text("series,value\nop_revenue,101.30\n"), "a.csv", "text/csv", declared: "application/vnd.ms-excel");
        await ShouldTakeAsync(Text("說明"), "a.txt", "text/plain", declared: "application/octet-stream");
    }

    [Fact]
    public async Task Names_what_is_wrong_with_a_file()
    {
        await ShouldRefuseAsync([], "a.pdf", "application/pdf", "evidence-empty");
        await ShouldRefuseAsync(Text("<html><script>"), "a.html", "text/html", "evidence-type-not-taken");
        await ShouldRefuseAsync(Text("<svg/>"), "a.svg", "image/svg+xml", "evidence-type-not-taken");
        await ShouldRefuseAsync("MZ\0\0"u8.ToArray(), "a.exe", "application/octet-stream", "evidence-type-not-taken");
        await ShouldRefuseAsync(Text("not a PDF"), "a.pdf", "application/pdf", "evidence-not-what-it-says");
        await ShouldRefuseAsync(Pdf, "a.png", "image/png", "evidence-not-what-it-says");
        await ShouldRefuseAsync([.. "a,b\0"u8], "a.csv", "text/csv", "evidence-not-what-it-says");
        await ShouldRefuseAsync([.. "PK\x3\x4"u8, 1, 2, 3], "a.xlsx", "application/octet-stream", "evidence-not-what-it-says");
        await ShouldRefuseAsync(Package("word/document.xml"), "a.xlsx", "application/octet-stream", "evidence-not-what-it-says");
        await ShouldRefuseAsync(Package("xl/workbook.xml", "xl/vbaProject.bin"), "a.xlsx", "application/octet-stream", "evidence-not-what-it-says");
        await ShouldRefuseAsync(Pdf, new string('a', 300) + ".pdf", "application/pdf", "evidence-name-malformed");

        using var client = await host.AsAsync("xlht");
        (await client.PostAsync("/api/evidence", new { file = "x" })).Faulty(400, "evidence-refused", ("/file", "evidence-one-file"));
    }

    [Fact]
    public async Task Refuses_more_than_it_takes_and_a_name_is_no_path()
    {
        var large = new byte[EvidenceStore.Largest + 1];
        Pdf.CopyTo(large, 0);
        (await KeepAsync(large, "large.pdf", "application/pdf")).Refused(413, "evidence-too-large");
        (await KeepAsync(large[..^1], "C:\\papers\\as large as may be.pdf", "application/pdf"))
            .Read<Evidence>().ShouldSatisfyAllConditions(
                kept => kept.Size.ShouldBe(EvidenceStore.Largest),
                kept => kept.Name.ShouldBe("as large as may be.pdf"));
    }

    [Fact]
    public async Task Is_for_officers_who_state_or_judge()
    {
        (await KeepAsync(Pdf, "a.pdf", "application/pdf", "auditor")).Refused(403, "not-allowed");
        using var nobody = host.CreateClient();
        (await nobody.AskAsync($"/api/evidence/{HashOf(Pdf)}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var client = await host.AsAsync("stat");
        (await client.AskAsync($"/api/evidence/{HashOf(Text("never brought"))}")).Refused(404, "evidence-not-kept");
    }

    [Fact]
    public async Task Finds_what_is_kept_among_hashes()
    {
        var kept = (await KeepAsync(Text("found"), "found.txt", "text/plain")).Read<Evidence>();
        var found = await host.Services.GetRequiredService<EvidenceStore>()
            .FindAsync([kept.Sha256, HashOf(Text("lost")), kept.Sha256], Cancellation);
        found.ShouldHaveSingleItem().Value.ShouldBe(kept);
    }

    [Fact]
    public async Task Is_changed_neither_by_the_program_s_role_nor_unnoticed_by_the_owner()
    {
        var kept = (await KeepAsync(Text("untouched"), "untouched.txt", "text/plain")).Read<Evidence>();
        foreach (var statement in new[] { "update ledger.evidence set name = 'x'", "delete from ledger.evidence", "truncate ledger.evidence" })
        {
            (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(host.Database, statement)))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        var owner = TestDatabase.AsOwner(host.Database);
        var forge = $"update ledger.evidence set content = 'forgery##' where sha256 = '{kept.Sha256}'";
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(owner, forge))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);

        await ExecuteAsync(owner, $"alter table ledger.evidence drop constraint evidence_of_its_size; alter table ledger.evidence drop constraint evidence_under_its_hash; {forge}");
        await Should.ThrowAsync<InvalidDataException>(() =>
            host.Services.GetRequiredService<EvidenceStore>().OpenAsync(kept.Sha256, Cancellation));
        using var client = await host.AsAsync("auditor");
        (await client.AskAsync($"/api/evidence/{kept.Sha256}")).Refused(500, "unexpected");
    }

    private async Task ShouldTakeAsync(byte[] bytes, string name, string mediaType, string? declared = null) =>
        (await KeepAsync(bytes, name, declared ?? mediaType)).Read<Evidence>().ShouldBe(new Evidence(HashOf(bytes), name, mediaType, bytes.Length));

    private async Task ShouldRefuseAsync(byte[] bytes, string name, string mediaType, string fault) =>
        (await KeepAsync(bytes, name, mediaType)).Faulty(422, "evidence-refused", ("/file", fault));

    private async Task<Answer> KeepAsync(byte[] bytes, string name, string mediaType, string officer = "xlht")
    {
        using var client = await host.AsAsync(officer);
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        using var response = await client.PostAsync("/api/evidence", form, Cancellation);
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(Cancellation),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Package(params string[] parts)
    {
        using var buffer = new MemoryStream();
        using (var package = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            foreach (var part in parts)
                package.CreateEntry(part);
        }

        return buffer.ToArray();
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
