using System.Runtime.InteropServices;

namespace Azure.AI.TextAnalytics;

/// <summary>Why one document has no result.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message, string? target = null)
    {
        ErrorCode = code;
        Message = message;
        Target = target;
    }

    public TextAnalyticsErrorCode ErrorCode { get; }
    public string Message { get; }
    public string? Target { get; }
}

/// <summary>Something worth knowing about a document that has a result.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct TextAnalyticsWarning
{
    internal TextAnalyticsWarning(string message) => Message = message;

    public string Message { get; }
}
