using Advocacy.Content;
using Advocacy.Drops;
using Advocacy.Programme;
using Advocacy.Sharing;
using Advocacy.Tone;

namespace Advocacy.Desk;

/// <param name="Filter">With the page that there is.</param>
/// <param name="Rows">Of that page.</param>
/// <param name="Total">Posts that the filter takes.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Held">Posts that wait for a person, whatever the filter.</param>
/// <param name="Facets">What the filter may ask for.</param>
public sealed record DeskFound(
    DeskFilter Filter,
    IReadOnlyList<DeskRow> Rows,
    int Total,
    int Pages,
    int Held,
    DeskFacets Facets
);

/// <param name="Post">As it is stored.</param>
/// <param name="TurnedAway">About how many more people another text would have reached; 0 where that is not known.</param>
public sealed record DeskRow(Post Post, int TurnedAway);

/// <summary>What all pages of the desk have.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Zone">Times are shown and entered in it.</param>
/// <param name="SourceNames">Feeds' names by id.</param>
public sealed record DeskFrame(
    CompanyProfile Company,
    string Language,
    string FormToken,
    TimeZoneInfo Zone,
    DateTimeOffset Now,
    IReadOnlyDictionary<string, string> SourceNames
)
{
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}

/// <summary>The list.</summary>
/// <param name="Failures">Messages that failed and wait.</param>
public sealed record DeskView(DeskFrame Frame, DeskFound Found, int Failures);

/// <summary>One post with all that can be done about it. Its forms are POSTs to the page's own address.</summary>
public sealed record DeskPostView
{
    public required DeskFrame Frame { get; init; }
    public required Post Post { get; init; }
    public required string ETag { get; init; }

    /// <summary>The last first.</summary>
    public required IReadOnlyList<DeskEntry> History { get; init; }

    /// <summary><c>null</c> where no employee suggested it.</summary>
    public required Suggester? Suggester { get; init; }

    public required IReadOnlyList<DeskText> Texts { get; init; }

    /// <summary>Another post that waits; <c>null</c> where none does.</summary>
    public string? NextId { get; init; }

    /// <summary>The text whose mail is shown; <c>null</c> for the first.</summary>
    public string? TextId { get; init; }

    /// <summary>What was just done.</summary>
    public DeskAct? Done { get; init; }

    /// <summary>The form that came back, because something in it is wrong or somebody was quicker.</summary>
    public DeskEntered? Entered { get; init; }

    /// <summary>True where somebody was quicker: nothing was done.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Where somebody was quicker: what differs between the post as it is now and as this form would make it.</summary>
    public IReadOnlyList<DeskChange> Differences { get; init; } = [];

    /// <summary>The reasons of one text, or those of the whole.</summary>
    /// <param name="field">As <see cref="ToneReason.Field"/>.</param>
    public IReadOnlyList<ToneReason> ReasonsOf(string? field) =>
        [.. (Post.Verdict?.Reasons ?? []).Where(reason => reason.Field == field)];
}

/// <param name="Text">As it is stored.</param>
/// <param name="Whole">With its disclosure.</param>
/// <param name="Counted">Its length in its channel, and the most that takes; <c>null</c> for a text for any channel.</param>
/// <param name="TooLongFor">Names of channels of the company's that would have to cut it.</param>
public sealed record DeskText(
    ShareText Text,
    string Whole,
    (int Length, int Most)? Counted,
    IReadOnlyList<string> TooLongFor
);
