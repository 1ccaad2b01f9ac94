using System.Globalization;

namespace Advocacy.Content;

/// <summary>An expiry that has passed: such a drop would be a post that is offered to nobody, and nobody would know why.</summary>
internal static class DropExpiry
{
    /// <summary>What is wrong, in the reader's words; <c>null</c> where it has not expired.</summary>
    public static string? Defect(ContentDrop drop, DateTimeOffset now) =>
        drop.ExpiresAt is { } expires && expires <= now
            ? $"/expiresAt is {Text(expires)}, which has passed; give a later one or leave it out."
            : null;

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
