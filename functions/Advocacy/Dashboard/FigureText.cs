using System.Globalization;
using Advocacy.Content;
using Advocacy.Platform.Pages;

namespace Advocacy.Dashboard;

/// <summary>Figures as the page's reader writes them. <c>null</c> is a figure that is not shown, never a zero.</summary>
internal static class FigureText
{
    private const int LongestTitle = 90;
    private const int InAnHour = 60;
    private const int InADay = 24 * InAnHour;

    public static string Number(this PageTexts texts, decimal? number) =>
        number?.ToString("#,0.#", texts.Culture) ?? texts["NotShown"];

    /// <param name="percent">0 to 100.</param>
    public static string Percent(this PageTexts texts, decimal? percent) =>
        percent is { } known
            ? (known / 100).ToString(decimal.IsInteger(known) ? "P0" : "P1", texts.Culture)
            : texts["NotShown"];

    /// <summary>Whole units: cents of an estimate would say more than is known.</summary>
    /// <param name="currency">ISO 4217; <c>null</c> where it is told elsewhere.</param>
    public static string Money(this PageTexts texts, decimal? amount, string? currency) =>
        amount is { } known ? $"{known.ToString("N0", texts.Culture)} {currency}".TrimEnd() : texts["NoRates"];

    /// <summary>"1 h 35 min": the two greatest units that there are.</summary>
    public static string Minutes(this PageTexts texts, decimal? minutes) =>
        minutes is not { } known ? texts["NotShown"]
        : known < InAnHour ? texts.With("Minutes", (int)known)
        : known < InADay ? texts.Two("Hours", (int)known / InAnHour, (int)known % InAnHour)
        : texts.Two("Days", (int)known / InADay, (int)known % InADay / InAnHour);

    /// <summary>"Week 48".</summary>
    public static string Week(this PageTexts texts, DateOnly monday) =>
        texts.With("Week", ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue)));

    /// <summary>"23 Nov – 29 Nov 2026".</summary>
    public static string DaysOf(this PageTexts texts, DateOnly monday) =>
        $"{texts.Day(monday)} – {texts.Day(monday.AddDays(6))} {monday.AddDays(6).Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>"23 Nov".</summary>
    public static string Day(this PageTexts texts, DateOnly day) =>
        day.ToString(texts.Culture.TwoLetterISOLanguageName == "da" ? "d. MMM" : "d MMM", texts.Culture);

    /// <summary>How a figure moved since the week before, in words.</summary>
    public static string Change(this PageTexts texts, decimal? now, decimal? before) =>
        now is not { } current || before is not { } earlier ? texts["NoComparison"]
        : current == earlier ? texts["Unchanged"]
        : earlier == 0 ? texts.With("FromZero", texts.Number(current))
        : texts.With(
            current > earlier ? "Up" : "Down",
            Math.Abs((current - earlier) / earlier).ToString("P0", texts.Culture)
        );

    /// <summary>What a chart has room for of a title.</summary>
    public static string Short(string text) => PlainText.Cut(text, LongestTitle);

    /// <summary>The lesser unit only where there is something of it.</summary>
    private static string Two(this PageTexts texts, string key, int greater, int lesser) =>
        lesser == 0 ? texts.With($"{key}Only", greater) : texts.With(key, greater, lesser);

    /// <summary>As its speakers call it.</summary>
    public static string LanguageName(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }
}
