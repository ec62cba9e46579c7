using System.IO.Compression;
using System.Text;
using Ledger.Api.Lists;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using NodaTime;

namespace Ledger.Api.Tests.Lists;

public class ReadingWhatClerksWrite
{
    private static readonly Column Zone = new("zone", new("開發區", "开发区", "Zone"), IsRequired: true);
    private static readonly Column Code = new("code", new("信用代碼", "信用代码", "Code"));
    private static readonly Column On = new("on", new("日期", "日期", "Date"));
    private static readonly Column Count = new("count", new("數量", "数量", "Count"));
    private static readonly Column[] Columns = [Zone, Code, On, Count];

    [Theory]
    [InlineData("开发区;日期\r\nXLHT;2023/1/5\r\n", "GB18030")]
    [InlineData("開發區\t日期\nXLHT\t2023年1月5日\n", "UTF-8")]
    [InlineData("zone,ON\n\"XLHT\",2023-01-05", "UTF-8")]
    [InlineData("全区名单,,\n,,\n开发区,日期,数量\nXLHT,20230105,1\n", "GB18030")]
    [InlineData("开发区,日期\nXLHT,２０２３．１．５\n", "UTF-16")]
    public void In_the_encodings_separators_and_headings_that_table_programs_write(string text, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var mark = encoding == "UTF-16" ? Encoding.Unicode.GetPreamble() : [];
        var table = Table([.. mark, .. Encoding.GetEncoding(encoding).GetBytes(text)]);
        table.Sheet.Encoding.ShouldBe(encoding);
        var row = table.Rows.Single();
        row.Text(Zone).ShouldBe("XLHT");
        row.Date(On).ShouldBe(new LocalDate(2023, 1, 5));
        table.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_fault_names_the_cell_what_is_wrong_and_what_would_be_right()
    {
        var table = Table("zone,date,count\n\nXLHT,2023-02-30,1.5\n,31/12/2023,twelve\n");
        foreach (var row in table.Rows)
            _ = (row.Text(Zone), row.Date(On), row.Whole(Count));
        table.Faults.Select(fault => (fault.Cell, fault.Place, fault.Heading, fault.Why.Code)).ShouldBe(
        [
            ("B3", "/rows/2/on", "date", "cell-not-a-date"), ("C3", "/rows/2/count", "count", "cell-not-whole"),
            ("A4", "/rows/3/zone", "zone", "cell-required"), ("B4", "/rows/3/on", "date", "cell-not-a-date"), ("C4", "/rows/3/count", "count", "cell-not-a-number"),
        ], ignoreOrder: true);
    }

    [Fact]
    public void Headings_that_are_missing_unknown_repeated_or_empty_are_faults_of_their_own()
    {
        var table = Table("code,colour,date,on,\nx,red,,,y\n");
        table.Faults.Select(fault => (fault.Cell, fault.Why.Code)).ShouldBe(
            [("B1", "heading-unknown"), ("D1", "heading-repeated"), (null, "heading-missing"), ("E1", "heading-empty")], ignoreOrder: true);
        table.IsHeaded.ShouldBeFalse();
    }

    [Fact]
    public void A_workbook_of_a_table_program_with_its_dates_numbers_texts_and_formulas()
    {
        var table = Table(Workbook(
            sheet: """
                <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>日期</t></is></c><c r="D2" t="str"><v>数量</v></c></row>
                <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>91152502</v></c><c r="C4" s="1"><v>44505</v></c><c r="D4"><v>2.9999999999999996</v></c></row>
                <row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5"><v>9.1152502123456E+17</v></c><c r="C5"><v>44505</v></c><c r="D5"><f>1+1</f><v>2</v></c></row>
                <row r="6"><c r="A6" t="e"><v>#N/A</v></c><c r="C6" s="2"><v>44505.5</v></c></row>
                """,
            texts: "<si><t>开发区</t></si><si><r><t>信用</t></r><r><t>代码</t></r><rPh sb=\"0\" eb=\"1\"><t>xin</t></rPh></si><si><t xml:space=\"preserve\"> XLHT </t></si>"));
        table.Sheet.Name.ShouldBe("名单");
        var good = table.Rows[0];
        (good.Number, good.Text(Zone), good.Text(Code), good.Date(On), good.Whole(Count)).ShouldBe((4, "XLHT", "91152502", new LocalDate(2021, 11, 5), 3));
        foreach (var row in table.Rows.Skip(1))
            _ = (row.Text(Zone), row.Text(Code), row.Date(On), row.Whole(Count));
        table.Faults.Select(fault => (fault.Cell, fault.Why.Code)).ShouldBe(
        [
            ("B5", "cell-digits-lost"), ("C5", "cell-not-a-date"), ("D5", "cell-formula"), ("A6", "cell-error"), ("C6", "cell-not-a-date"),
        ], ignoreOrder: true);
    }

    /// <summary>As WPS, Excel on a Mac, Excel in its strict form and others save a list; each peculiarity was seen in a file of theirs.</summary>
    [Theory]
    [InlineData("1900", false, false)]
    [InlineData("1904", false, false)]
    [InlineData("1900", true, false)]
    [InlineData("1900", false, true)]
    public void The_peculiarities_of_real_programs_change_nothing_in_what_a_list_says(string since, bool isWindowsPath, bool isStrict)
    {
        var day = since == "1904" ? 44505 - 1462 : 44505;
        var table = Table(Workbook(
            // A row and cells that do not say where they stand, cells of every kind that were emptied, s="", a merged title, a hidden row, others' extensions.
            sheet: $"""
                <row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>名单</t></is></c></row>
                <row><c t="s" s=""><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>日</t></r><r><t>期</t></r><phoneticPr fontId="1"/></is></c><c t="str"><v>数量</v></c></row>
                <row r="3" etc:x="1" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"/><c r="C3" s="3"><v>{day}</v></c><c r="D3" t="str"><v>３</v></c></row>
                <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="inlineStr"/><c r="C4" s="4"><v>{day}</v></c><c r="D4" t="n"/></row>
                <row r="5"><c r="A5" t="s"><v></v></c><c r="B5" t="e"/><c r="C5" s="1"/><c r="D5" t="b"><v/></c></row>
                """,
            texts: "<si><t>开发区</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">信用代码 </t></r></si><si><t xml:space=\"preserve\">\u00A0XLHT\u3000</t></si>",
            since, isWindowsPath, isStrict));
        table.Rows.Count.ShouldBe(2, "what is empty is no row");
        foreach (var row in table.Rows)
            (row.Text(Zone), row.Text(Code), row.Date(On)).ShouldBe(("XLHT", null, new LocalDate(2021, 11, 5)));
        table.Rows[0].Whole(Count).ShouldBe(3);
        table.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "list-empty", null)]
    [InlineData("zone,code\n\"XLHT\"x,1\n", "list-unreadable", "list-csv-broken")]
    [InlineData("PK\u0003\u0004nonsense", "list-unreadable", "list-damaged")]
    [InlineData("zone\n\0\n", "list-unreadable", "list-no-text")]
    public void What_is_no_list_is_refused_with_what_to_do(string text, string code, string? fault)
    {
        var refusal = Should.Throw<RefusedRequestException>(() => ListFile.Read(Encoding.Latin1.GetBytes(text), charset: null)).Refusal;
        refusal.Code.ShouldBe(code);
        refusal.Faults.SingleOrDefault()?.Code.ShouldBe(fault);
    }

    [Fact]
    public void Too_many_rows_or_bytes_however_they_are_packed_are_refused()
    {
        Refused(Encoding.UTF8.GetBytes("zone\n" + string.Concat(Enumerable.Repeat("x\n", ListFile.MostRows + 1)))).ShouldBe((RefusalKind.TooLarge, "list-too-long"));
        Table("zone\n" + string.Concat(Enumerable.Repeat("x\n", ListFile.MostRows))).Rows.Count.ShouldBe(ListFile.MostRows);
        Refused(new byte[ListFile.Largest + 1]).ShouldBe((RefusalKind.TooLarge, "list-too-large"));
        Refused(Workbook($"<row><c t=\"inlineStr\"><is><t>{new string('x', 70 * 1024 * 1024)}</t></is></c></row>", texts: "")).ShouldBe((RefusalKind.Malformed, "list-unreadable"));
    }

    private static (RefusalKind, string) Refused(byte[] bytes)
    {
        var refusal = Should.Throw<RefusedRequestException>(() => ListFile.Read(bytes, charset: null)).Refusal;
        return (refusal.Kind, refusal.Code);
    }

    private static ListTable Table(string text) => Table(Encoding.UTF8.GetBytes(text));

    private static ListTable Table(byte[] bytes) => ListTable.Of(ListFile.Read(bytes, charset: null), Columns);

    /// <summary>As table programs save one: a hidden sheet before the one that is meant, shared texts, formats 14 and 22 for dates.</summary>
    private static byte[] Workbook(string sheet, string texts, string since = "1900", bool isWindowsPath = false, bool isStrict = false)
    {
        var main = $"xmlns=\"{(isStrict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main")}\"";
        var relations = isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/hidden.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/shown.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/texts.xml" ContentType="{Type}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/></Types>""",
            ["_rels/.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            ["xl/workbook.xml"] = $"""<workbook {main} xmlns:r="{relations}"><workbookPr date1904="{(since == "1904" ? "1" : "0")}"/><sheets><sheet name="h" sheetId="1" state="hidden" r:id="r1"/><sheet name="名单" sheetId="2" r:id="r2"/></sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="hidden.xml"/><Relationship Id="r2" Type="{relations}/worksheet" Target="shown.xml"/><Relationship Id="r3" Type="{relations}/sharedStrings" Target="texts.xml"/><Relationship Id="r4" Type="{relations}/styles" Target="styles.xml"/></Relationships>""",
            ["xl/hidden.xml"] = $"<worksheet {main}><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
            ["xl/shown.xml"] = $"<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>",
            ["xl/texts.xml"] = $"<sst {main}>{texts}</sst>",
            ["xl/styles.xml"] = $"""<styleSheet {main}><numFmts count="1"><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs></styleSheet>""",
        };
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(isWindowsPath ? name.Replace('/', '\\') : name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
