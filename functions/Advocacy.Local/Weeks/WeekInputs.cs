using Advocacy.Content;

namespace Advocacy.Local.Weeks;

/// <summary>What a run works on besides what its data folder holds already.</summary>
internal sealed record WeekInputs
{
    /// <summary>URLs and files of feeds.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>Full paths of those among <see cref="Feeds"/> that are files.</summary>
    public IEnumerable<string> FeedFiles =>
        Feeds.Where(feed => UrlCanonicalizer.Canonical(feed) is null).Select(Path.GetFullPath);

    /// <summary>A roster's file.</summary>
    public string? Roster { get; init; }

    /// <summary>Files of content drops, one drop each.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>A company's folder, with feeds, roster and drops of its own.</summary>
    public CompanyFolder? Company { get; init; }

    /// <summary>Where this process serves feed files: no slash at the end. Empty where they stay where they are.</summary>
    public string ServedAt { get; init; } = "";

    /// <summary>Any day of the ISO week that is walked through; <c>null</c> for the day that it is in UTC.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>True to mail everyone of this week at once; false to walk through the week's hours.</summary>
    public bool AtOnce { get; init; }
}
