using Advocacy.Content;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>What one rendering of the digest says. Readers of the same issue differ in name and links only.</summary>
/// <param name="Company">Who sends it.</param>
/// <param name="Language"><c>da</c> or <c>en</c>; any other is written in English.</param>
/// <param name="EditionId">The ISO week, for example <c>2026-W48</c>.</param>
/// <param name="Stories">At least one; up to ten stay below the size at which mail programs clip.</param>
public sealed record DigestIssue(
    CompanyProfile Company,
    string Language,
    string EditionId,
    IReadOnlyList<DigestStory> Stories
);

/// <param name="Post">Its title, picture and address are shown.</param>
/// <param name="Text">The whole text to share, with its disclosure.</param>
/// <param name="Why">One line on why it was picked, in the issue's language; <c>null</c> for none.</param>
public sealed record DigestStory(Post Post, string Text, string? Why = null);

/// <summary>Somebody who gets the issue.</summary>
/// <param name="DeliveryId">The mail's MessageId.</param>
/// <param name="Name">As the roster has it, <c>Maja Holm</c> or <c>Holm, Maja</c>; may be empty.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="ShareUrls">One absolute http(s) URL for each story, in the issue's order.</param>
/// <param name="UnsubscribeUrl">Answers an RFC 8058 one-click POST: https (http only on loopback).</param>
/// <param name="PreferencesUrl">Absolute http(s).</param>
public sealed record DigestReader(
    string DeliveryId,
    string Name,
    string Address,
    IReadOnlyList<string> ShareUrls,
    string UnsubscribeUrl,
    string PreferencesUrl
);
