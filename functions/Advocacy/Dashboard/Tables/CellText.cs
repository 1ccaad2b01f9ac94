using System.Globalization;
using Advocacy.Platform.Pages;
using Advocacy.Sharing;

namespace Advocacy.Dashboard.Tables;

/// <summary>Cells as pages write them, in the reader's language.</summary>
internal static class CellText
{
    private const string Nothing = "–";

    public static bool IsFigure(Column column) => column.Kind >= ColumnKind.Count;

    public static string Of(Column column, Cell cell, PageTexts texts) =>
        column.Kind switch
        {
            ColumnKind.Count => texts.Number(cell.Number),
            ColumnKind.Percent => texts.Percent(cell.Number),
            ColumnKind.Chance => texts.Percent(cell.Number * 100),
            ColumnKind.Minutes => texts.Minutes(cell.Number),
            ColumnKind.Money => cell.Number is null ? Nothing : texts.Money(cell.Number, null),
            _ when string.IsNullOrEmpty(cell.Text) => Nothing,
            ColumnKind.Word => texts[$"{column.Name}-{cell.Text}"],
            ColumnKind.Channel => Channel(cell.Text, texts),
            ColumnKind.Language => FigureText.LanguageName(cell.Text),
            ColumnKind.Week => texts.With("WeekOf", texts.Week(DayOf(cell.Text)), texts.Day(DayOf(cell.Text))),
            ColumnKind.Date => DayOf(cell.Text).ToString("d", texts.Culture),
            _ => cell.Text,
        };

    public static string Channel(string key, PageTexts texts) =>
        ShareChannels.Find(key)?.Name ?? (key == ShareChannels.Other ? texts["OtherChannel"] : key);

    private static DateOnly DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
