namespace Advocacy.Platform.Tone;

/// <summary>How the sentiments of parts become the sentiment of the whole.</summary>
internal static class Sentiments
{
    /// <summary>What all agree on, neutral parts aside; else mixed. Neutral where there is nothing else.</summary>
    public static Sentiment Overall(IEnumerable<Sentiment> parts) =>
        parts.Where(part => part != Sentiment.Neutral).Distinct().Take(2).ToList() switch
        {
            [] => Sentiment.Neutral,
            [var only] => only,
            _ => Sentiment.Mixed,
        };
}
