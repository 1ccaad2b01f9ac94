namespace Advocacy.Sharing;

/// <summary>One suggested wording of a post, without its disclosure (that is added for the person who shares).</summary>
/// <param name="Id">Unique within the post.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Text">Plain text, at most 3,000 characters (LinkedIn's limit).</param>
/// <param name="Channel">The channel it was written for, for example <c>linkedin</c>; <c>null</c> for any.</param>
public sealed record ShareText(string Id, string Language, string Text, string? Channel = null);
