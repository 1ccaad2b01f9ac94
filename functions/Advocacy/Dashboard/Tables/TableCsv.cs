using System.Globalization;
using CsvHelper;

namespace Advocacy.Dashboard.Tables;

/// <summary>
/// A table as RFC 4180 says: commas, CR LF, a line of names. UTF-8 with its mark, or Excel takes it for something else; figures with a point and
/// dates as ISO 8601, whatever the reader's language. A figure that is not shown is an empty field. A text that a spreadsheet would take for a formula
/// begins with an apostrophe.
/// </summary>
internal static class TableCsv
{
    private static readonly CsvWriterOptions s_options = new()
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    public static byte[] Write(Table table)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, s_options, leaveOpen: true))
        {
            csv.WriteRecord([.. table.Columns.Select(column => column.Name)]);
            foreach (var row in table.Rows)
            {
                csv.WriteRecord([.. row.Select(TextOf)]);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Chances have four decimals; nothing has more.</summary>
    private static string? TextOf(Cell cell) =>
        cell.Text ?? cell.Number?.ToString("0.####", CultureInfo.InvariantCulture);
}
