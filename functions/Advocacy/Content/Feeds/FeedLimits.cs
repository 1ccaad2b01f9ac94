namespace Advocacy.Content.Feeds;

/// <summary>What one feed may cost. Real feeds stay far below; whatever is over is left out, with a warning.</summary>
internal static class FeedLimits
{
    public const int Entries = 2_000;

    /// <summary>Characters of all entries together: about 64 MB.</summary>
    public const long TotalLength = 32_000_000;

    /// <summary>Characters of one title, summary, link and so on.</summary>
    public const int FieldLength = 100_000;

    /// <summary>Characters of one tag, declaration or JSON string. Running text has no such limit: it is never held whole.</summary>
    public const int TokenLength = 4 * 1024 * 1024;

    public const int Depth = 256;

    public const int Categories = 100;
}
