using CsCheck;
using Ledger.Api.Lists;
using Ledger.Domain;
using NodaTime;

namespace Ledger.Api.Tests.Lists;

public class WritingAndReadingLists
{
    private static readonly Column Words = new("words", new("文字", "文字", "Words"), IsRequired: true);
    private static readonly Column Day = new("day", new("日期", "日期", "Day"));
    private static readonly Column Number = new("number", new("數", "数", "Number"));
    private static readonly Column Count = new("count", new("個數", "个数", "Count"));
    private static readonly Column[] Columns = [Words, Day, Number, Count];

    private static readonly decimal[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    // Letters that a table program, XML or CSV treats in a way of its own; what a reader takes off the ends is not among them there.
    private static readonly Gen<string> Texts = Gen.Select(
        OneOf("=", "'", "''=", "+1", "-", "@", "_x000D_", "a", "錫", "＝", "𠮷", "0", "\"", ","),
        Gen.OneOf(OneOf("\r", "\n", "\r\n", "\t", " ", "\"", "\"\"", ",", ";", "_x0041_", "_", "\u0001", "\u000B", "&<>", "]]>", "錫林郭勒", "𠮷", "'=", "1e5"), Gen.String[Gen.Char['!', '~'], 0, 4]).Array[0, 6],
        OneOf("z", "\"", "盟", "'", "_", "0"),
        (first, middle, last) => first + string.Concat(middle) + last);

    private static readonly Gen<object?[]> Rows = Gen.Select(
        Texts,
        Gen.Int[0, 70_000].Select(days => new LocalDate(1900, 1, 1).PlusDays(days)).Nullable(),
        Gen.Select(Gen.Long[-99_999_999_999_999_999, 99_999_999_999_999_999], Gen.Int[0, 6]).Select(number => number.Item1 / Powers[number.Item2]).Nullable(),
        Gen.Int.Nullable(),
        (text, day, number, count) => new object?[] { text, day, number, count });

    [Theory]
    [InlineData(ListFormat.Csv)]
    [InlineData(ListFormat.Xlsx)]
    public void What_is_written_is_read_back_the_same(ListFormat format) =>
        Gen.Select(Rows.Array[1, 12], Gen.Enum<Language>()).Sample(
            (rows, language) =>
            {
                var table = ListTable.Of(ListFile.Read(ListFile.Write(format, Columns, rows, language), charset: null), Columns);
                object?[][] read = [.. table.Rows.Select(row => new object?[] { row.Text(Words), row.Date(Day), row.Decimal(Number), row.Whole(Count) })];
                table.Faults.ShouldBeEmpty();
                read.Length.ShouldBe(rows.Length);
                foreach (var (then, now) in rows.Zip(read))
                    now.ShouldBe(then);
            },
            iter: 200);

    [Theory]
    [InlineData(ListFormat.Csv)]
    [InlineData(ListFormat.Xlsx)]
    public async Task The_same_list_is_the_same_bytes_whenever_it_is_written(ListFormat format)
    {
        object?[][] rows = [["=1+1", new LocalDate(2021, 11, 5), 156.20m, 3]];
        var first = ListFile.Write(format, Columns, rows, Language.ZhHant);
        await Task.Delay(2_100, TestContext.Current.CancellationToken);
        ListFile.Write(format, Columns, rows, Language.ZhHant).AsSpan().SequenceEqual(first).ShouldBeTrue();
    }

    [Fact]
    public void A_csv_begins_with_the_mark_of_its_encoding_and_holds_no_formula()
    {
        var bytes = ListFile.Write(ListFormat.Csv, Columns, [["=HYPERLINK(\"http://x\")", null, -1.5m, null]], Language.En);
        bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        System.Text.Encoding.UTF8.GetString(bytes[3..]).ShouldBe("Words,Day,Number,Count\r\n\"'=HYPERLINK(\"\"http://x\"\")\",,-1.5,\r\n");
    }

    [Fact]
    public void A_workbook_is_valid_by_its_standard()
    {
        using var stream = new MemoryStream(ListFile.Write(ListFormat.Xlsx, Columns, [["\u0001 x", new LocalDate(2021, 11, 5), 1.5m, 2]], Language.ZhHans));
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description).ShouldBeEmpty();
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
