using Advocacy.Platform;
using Advocacy.Platform.Telemetry;

namespace Advocacy.Content;

/// <summary>What a drop would be as a post. Stores nothing, so that it can be shown and judged before it is dropped.</summary>
public sealed class PostDraft(ContentOptions options, TimeProvider time)
{
    private const int LongestSummary = 2_000;

    /// <param name="drop">With a title and a URL that the reader took.</param>
    public Post Of(ContentDrop drop)
    {
        ArgumentNullException.ThrowIfNull(drop);
        var url =
            UrlCanonicalizer.Canonical(drop.Url) ?? throw new InvalidOperationException("The reader checked the URL.");
        var now = time.GetUtcNow();
        var title = PlainText.Of(drop.Title);
        var summary = PlainText.Cut(PlainText.Of(drop.Summary), LongestSummary);
        var language = drop.Language ?? LanguageGuess.Of(title + " " + summary) ?? options.DefaultLanguage;
        return new Post
        {
            Id = Ids.Of("post", url),
            Url = url,
            Title = title,
            Summary = summary,
            ImageUrl = drop.Image is { } image ? UrlCanonicalizer.Absolute(image) : null,
            Topics = [.. (drop.Topics ?? []).Select(topic => PlainText.Of(topic).ToLowerInvariant()).Distinct()],
            Language = language,
            ShareTexts = SuggestedTexts.Of(drop, title, summary, language),
            Priority = drop.Priority ?? PostPriority.Normal,
            WantedReach = drop.WantedReach,
            ForUnits = [.. (drop.ForUnits ?? []).Select(unit => unit.Trim()).Distinct()],
            ForArchetypes = [.. (drop.ForArchetypes ?? []).Distinct()],
            Commercial = drop.Commercial,
            Ttl = options.KeepPostDays * 24 * 60 * 60,
            PublishedAt = drop.PublishedAt ?? now,
            TakenInAt = now,
            ExpiresAt = drop.ExpiresAt,
            SourceId = drop.SourceId,
            DropId = drop.Id,
            TraceParent = Tracing.Here,
        };
    }
}
