using Advocacy.Content;
using Advocacy.Platform.Tone;
using Advocacy.Sharing;

namespace Advocacy.Tests.Tone;

/// <summary>Posts and readings to judge.</summary>
internal static class TestPosts
{
    public static Post Post(string title = "Ny fabrik i Odense", string summary = "", params string[] shareTexts) =>
        new()
        {
            Id = "p1",
            Url = "https://example.com/news",
            Title = title,
            Summary = summary,
            Language = "da",
            ShareTexts = [.. shareTexts.Select((text, i) => new ShareText($"t{i}", "da", text))],
            PublishedAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
            TakenInAt = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
        };

    public static ToneReading Reading(
        double positive = 0,
        double negative = 0,
        string? error = null,
        params SentenceTone[] sentences
    ) =>
        new()
        {
            Sentiment = Sentiment.Neutral,
            Positive = positive,
            Negative = negative,
            Neutral = 1 - positive - negative,
            Sentences = sentences,
            Analyzer = "test/1",
            Error = error,
        };
}
