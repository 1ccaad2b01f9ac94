namespace Advocacy.Engagement.Conversions;

/// <summary>What a shop or a recruiting system reports. It has no place for anything about a person.</summary>
/// <param name="Id">The sender's own, so that the same report twice is one.</param>
/// <param name="Link">A short link or its code; <c>null</c> where <paramref name="Post"/> says it.</param>
/// <param name="Post">The post's id or its page's URL.</param>
/// <param name="Channel">With <paramref name="Post"/>: as <c>utm_source</c> says.</param>
/// <param name="Edition">With <paramref name="Post"/>: as <c>utm_campaign</c> says; may be missing.</param>
/// <param name="At">When it happened; <c>null</c> for now.</param>
internal sealed record ConversionReport(
    string Id,
    string? Link,
    string? Post,
    string? Channel,
    string? Edition,
    Conversion What,
    DateTimeOffset? At
);
