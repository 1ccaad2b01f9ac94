namespace Azure.AI.TextAnalytics;

/// <summary>A text with the id under which its result comes back.</summary>
public class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        Id = id;
        Text = text;
    }

    public string Id { get; }
    public string Text { get; }
}

/// <inheritdoc/>
public class TextDocumentInput(string id, string text) : TextAnalyticsInput(id, text)
{
    /// <summary>ISO 639-1; English where it is not set.</summary>
    public string? Language { get; set; }
}
