using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Programme;
using Advocacy.Programme.Challenges;

namespace Advocacy.Preferences;

/// <summary>What the page says it saved, beside the form that was sent.</summary>
public enum Saved
{
    Purpose,
    Digest,

    /// <summary>The chosen hour has passed this week, so this week's mail is on its way.</summary>
    DigestNow,
    Pause,
    PauseEnded,
    Topics,
    Language,
    Guidelines,
}

/// <summary>
/// Everything about one person's part, on one page. Each form holds what is saved or, where it was sent with something wrong in it, what was
/// entered; it is a POST to the page's own address with a field <c>section</c>.
/// </summary>
public sealed record PreferencesView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>Of this page's address; the same in the addresses of the pages that belong to it, so that they end with it.</summary>
    public required string Token { get; init; }

    public required string Name { get; init; }
    public Saved? Saved { get; init; }
    public required IReadOnlyList<PurposeView> Purposes { get; init; }

    /// <summary>The words changed between showing and answering: nothing was recorded.</summary>
    public bool WordsChanged { get; init; }

    public required DigestEntry Digest { get; init; }

    /// <summary>IANA zones to offer: the person's part of the world and wherever colleagues are. Any other may be entered.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>The company's own number of posts, for people who choose none.</summary>
    public required int UsualPosts { get; init; }

    public required PauseEntry Pause { get; init; }
    public required TopicsEntry Topics { get; init; }
    public required LanguageEntry Languages { get; init; }
    public GuidelinesView? Guidelines { get; init; }

    /// <summary>Which training page is theirs.</summary>
    public Archetype Archetype { get; init; } = Archetype.Colleague;

    /// <summary>Those that are on.</summary>
    public IReadOnlyList<Challenge> Challenges { get; init; } = [];

    /// <summary>The person's own page for suggestions.</summary>
    public required string SuggestUrl { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>Newest first; <c>null</c> where the person did not agree that shares are counted, so that nobody knows of them.</summary>
    public IReadOnlyList<ShareLine>? Shares { get; init; }

    /// <summary>The first field that is wrong, by its id; <c>null</c> where nothing is.</summary>
    public string? WrongField =>
        WordsChanged ? "purposes"
        : Digest.Wrong is [var first, ..] ? $"digest-{first.ToString().ToLowerInvariant()}"
        : Pause.Fault is not null ? "pause-until"
        : Topics.IsWrong ? "topics"
        : Languages.IsWrong ? "language"
        : Guidelines?.Changed == true ? "guidelines"
        : null;
}

/// <param name="Wording">The words that were agreed to, or that would be.</param>
/// <param name="GivenAt">In the person's zone; <c>null</c> where it is off.</param>
public sealed record PurposeView(ConsentWording Wording, DateTimeOffset? GivenAt)
{
    public ConsentPurpose Purpose => Wording.Purpose;
}

/// <param name="At">In the person's zone.</param>
/// <param name="Event">As it is on record.</param>
public sealed record HistoryLine(DateTimeOffset At, ConsentEvent Event);

/// <summary>One post that the person shared.</summary>
/// <param name="Title">The post's; <c>null</c> where the post is gone.</param>
/// <param name="At">In the person's zone.</param>
/// <param name="Channel">For example <c>linkedin</c>.</param>
/// <param name="Visits">
/// How often the post's links were followed from everybody's shares of it; which share a visitor came by is not known. <c>null</c> where it
/// is not counted yet.
/// </param>
public sealed record ShareLine(string? Title, DateTimeOffset At, string Channel, int? Visits);

/// <param name="Current">As they are now.</param>
/// <param name="Seen">The version that the person said they have read.</param>
/// <param name="Changed">The version that was confirmed is not the one of today.</param>
public sealed record GuidelinesView(Guidelines Current, string? Seen, bool Changed = false);
