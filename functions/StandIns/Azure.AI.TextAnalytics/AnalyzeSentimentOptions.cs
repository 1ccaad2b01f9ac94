namespace Azure.AI.TextAnalytics;

/// <summary>What every kind of analysis takes.</summary>
public class TextAnalyticsRequestOptions
{
    public bool IncludeStatistics { get; set; }

    /// <summary>The service's latest where it is not set.</summary>
    public string? ModelVersion { get; set; }

    /// <summary>True: the service keeps no text for its own troubleshooting.</summary>
    public bool? DisableServiceLogs { get; set; }
}

/// <summary>What sentiment analysis takes.</summary>
public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    public bool? IncludeOpinionMining { get; set; }

    internal static AnalyzeSentimentOptions From(TextAnalyticsRequestOptions options) =>
        options as AnalyzeSentimentOptions
        ?? new()
        {
            IncludeStatistics = options.IncludeStatistics,
            ModelVersion = options.ModelVersion,
            DisableServiceLogs = options.DisableServiceLogs,
        };
}
