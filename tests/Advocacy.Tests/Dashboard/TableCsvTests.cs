using System.Globalization;
using System.Text;
using Advocacy.Dashboard.Tables;
using Advocacy.Tests.Pages;

namespace Advocacy.Tests.Dashboard;

public sealed class TableCsvTests
{
    public static TheoryData<string> Names => [.. DashboardTables.Names];

    private static string Text(Table table) => Encoding.UTF8.GetString(TableCsv.Write(table));

    private static Table Of(params Cell[] cells) =>
        new("t", [.. cells.Select((_, i) => new Column($"c{i}", ColumnKind.Text))], [cells]);

    [Fact]
    public void A_file_begins_with_the_mark_of_UTF8_and_ends_its_lines_with_CR_LF() =>
        Text(Of(new Cell("Økonomi", null), new Cell(null, null))).ShouldBe("\uFEFFc0,c1\r\nØkonomi,\r\n");

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+45 12345678", "\"'+45 12345678\"")]
    [InlineData("-2+3", "\"'-2+3\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a, \"b\"\nc", "\"a, \"\"b\"\"\nc\"")]
    public void A_text_is_never_a_formula_and_never_a_second_field(string text, string written) =>
        Text(Of(new Cell(text, null), new Cell("x", null))).ShouldBe($"\uFEFFc0,c1\r\n{written},x\r\n");

    [Fact]
    public void Figures_are_the_same_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
        try
        {
            Text(Of(new Cell(null, 1234567.25m), new Cell(null, 0.1690m)))
                .ShouldBe("\uFEFFc0,c1\r\n1234567.25,0.169\r\n");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_table_has_rows_of_its_columns_and_says_on_the_page_what_its_file_says(string name)
    {
        var table = DashboardTables.Find(name, SampleViews.Dashboard("da"))!;

        table.Name.ShouldBe(name);
        table.Rows.ShouldAllBe(row => row.Count == table.Columns.Count);
        var texts = Advocacy.Dashboard.DashboardStrings.For("da");
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                // Every word that a file has must have one in the reader's language.
                CellText.Of(table.Columns[i], row[i], texts).ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public void A_figure_that_the_page_does_not_show_is_not_in_the_file_either()
    {
        var units = DashboardTables.Find("units", SampleViews.Dashboard("en"))!;

        var lines = Text(units).Split("\r\n");

        lines[0].ShouldBe("\uFEFFunit,digests,offered,sharers,participation,shared");
        lines.ShouldContain("Kommunikation,14,400,,,");
        lines.ShouldContain("Vind,71,400,17,23.9,34");
    }
}
