using System.Globalization;
using Advocacy.Platform.Pages;
using Advocacy.Programme;

namespace Advocacy.Local.Pages;

/// <summary>What every local page has round it.</summary>
/// <param name="Company">Whose installation it is.</param>
/// <param name="Now">The host's clock.</param>
/// <param name="Zone">All times on the pages are in it.</param>
/// <param name="OpenFailures">The number beside Failures in the navigation.</param>
public sealed record LocalFrame(CompanyProfile Company, DateTimeOffset Now, TimeZoneInfo Zone, int OpenFailures)
{
    /// <summary>The operator's pages are in English.</summary>
    public static readonly CultureInfo Culture = PageLanguage.CultureOf("en");

    /// <summary>For example <c>Tue 24 Nov 2026, 09:00</c>.</summary>
    public string Time(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Zone).ToString("ddd d MMM yyyy, HH:mm", Culture);

    /// <summary>For example <c>24 Nov 2026</c>.</summary>
    public string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d MMM yyyy", Culture);

    public static string Number(long value) => value.ToString("N0", Culture);

    /// <summary>For example <c>1 digest</c> or <c>12 digests</c>.</summary>
    public static string Count(long value, string one) => $"{Number(value)} {one}{(value == 1 ? "" : "s")}";
}

/// <summary>Which part of a long list is shown.</summary>
/// <param name="Page">1 for the first.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="Total">Rows in all.</param>
public sealed record Paging(int Page, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>Counted from 1; 0 where there are none.</summary>
    public int First => Total == 0 ? 0 : ((Page - 1) * Size) + 1;

    public int Last => Math.Min(Page * Size, Total);
}

public enum NoticeKind
{
    Plain,
    Good,
    Bad,
}

/// <summary>What came of the button that was pressed, in one sentence.</summary>
public sealed record Notice(string Text, NoticeKind Kind = NoticeKind.Good);
