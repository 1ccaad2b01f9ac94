using System.Runtime.InteropServices;

namespace Azure.AI.TextAnalytics;

/// <summary>How large one document was.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct TextDocumentStatistics
{
    internal TextDocumentStatistics(int characterCount, int transactionCount)
    {
        CharacterCount = characterCount;
        TransactionCount = transactionCount;
    }

    public int CharacterCount { get; }
    public int TransactionCount { get; }
}

/// <summary>How large one request was.</summary>
public class TextDocumentBatchStatistics
{
    internal TextDocumentBatchStatistics(
        int documentCount,
        int validDocumentCount,
        int invalidDocumentCount,
        long transactionCount
    )
    {
        DocumentCount = documentCount;
        ValidDocumentCount = validDocumentCount;
        InvalidDocumentCount = invalidDocumentCount;
        TransactionCount = transactionCount;
    }

    public int DocumentCount { get; }
    public int ValidDocumentCount { get; }
    public int InvalidDocumentCount { get; }
    public long TransactionCount { get; }
}
