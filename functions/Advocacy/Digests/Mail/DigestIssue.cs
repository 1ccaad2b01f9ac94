using Advocacy.Content;
using Advocacy.People;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>What one rendering of the digest says. Readers of the same issue differ in name, ready texts and links only.</summary>
/// <param name="Company">Who sends it, and in which look.</param>
/// <param name="Language"><c>da</c> or <c>en</c>; any other is written in English.</param>
/// <param name="EditionId">The ISO week, for example <c>2026-W48</c>.</param>
/// <param name="Stories">At least one; up to ten stay below the size at which mail programs clip.</param>
public sealed record DigestIssue(
    CompanyProfile Company,
    string Language,
    string EditionId,
    IReadOnlyList<DigestStory> Stories
)
{
    /// <summary>Whom it speaks to: specialists are asked for their own words, colleagues are promised little work.</summary>
    public Archetype Archetype { get; init; } = Archetype.Colleague;

    /// <summary>The tip of the week, in the issue's language; <c>null</c> for none.</summary>
    public DigestTip? Tip { get; init; }

    /// <summary>The pulse question, in the issue's language; <c>null</c> for none.</summary>
    public DigestPulse? Pulse { get; init; }

    /// <summary>True to invite the reader to suggest a story: each then needs a <see cref="DigestReader.SuggestUrl"/>.</summary>
    public bool InvitesSuggestions { get; init; }
}

/// <param name="Post">Its title, picture and address are shown.</param>
/// <param name="Why">One line on why it was picked, in the issue's language; <c>null</c> for none.</param>
public sealed record DigestStory(Post Post, string? Why = null);

/// <param name="Url">Where there is more; <c>null</c> for nowhere.</param>
public sealed record DigestTip(string Title, string Text, string? Url = null);

/// <param name="Answers">What can be answered; the answer itself is given on the page that the reader's link leads to.</param>
public sealed record DigestPulse(string Question, IReadOnlyList<string> Answers);

/// <summary>Somebody who gets the issue.</summary>
/// <param name="DeliveryId">The mail's MessageId.</param>
/// <param name="Name">As the roster has it, <c>Maja Holm</c> or <c>Holm, Maja</c>; may be empty.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Texts">The whole text to share, with its disclosure, for each story in the issue's order.</param>
/// <param name="ShareUrls">One absolute http(s) URL for each story, in the same order.</param>
/// <param name="UnsubscribeUrl">Answers an RFC 8058 one-click POST: https (http only on loopback).</param>
/// <param name="PreferencesUrl">Absolute http(s).</param>
public sealed record DigestReader(
    string DeliveryId,
    string Name,
    string Address,
    IReadOnlyList<string> Texts,
    IReadOnlyList<string> ShareUrls,
    string UnsubscribeUrl,
    string PreferencesUrl
)
{
    /// <summary>Where the reader suggests a story; absolute http(s).</summary>
    public string? SuggestUrl { get; init; }

    /// <summary>Where the reader answers the pulse question; absolute http(s).</summary>
    public string? PulseUrl { get; init; }

    /// <summary>Where the reader consented to measurement; <c>null</c> for direct links and no picture that tells.</summary>
    public MeasuredMail? Measured { get; init; }
}

/// <summary>What tells that a mail was read. URLs are absolute http(s); the share links are measured in <see cref="DigestReader.ShareUrls"/>.</summary>
/// <param name="ReadUrls">One for each story, in the issue's order; <c>null</c> for direct ones.</param>
/// <param name="CanaryUrl">Of the link that no person sees; <c>null</c> for none.</param>
/// <param name="OpenUrl">Of the picture that tells of the opening; <c>null</c> for none.</param>
public sealed record MeasuredMail(IReadOnlyList<string>? ReadUrls, string? CanaryUrl, string? OpenUrl);
