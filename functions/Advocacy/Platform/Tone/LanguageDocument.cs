using System.Globalization;
using Azure.AI.TextAnalytics;

namespace Advocacy.Platform.Tone;

/// <summary>One text, or one part of a long text, as it is sent.</summary>
/// <param name="Place">Among the documents of a call, from 0.</param>
/// <param name="Text">The place of its text among those of the call, from 0.</param>
/// <param name="Part">What is sent of the text; at most 5,120 text elements.</param>
/// <param name="Language">Without region.</param>
internal sealed record LanguageDocument(int Place, int Text, string Part, string Language)
{
    private const int MostInBatch = 10;

    /// <summary>Under which its result comes back.</summary>
    public string Id => Place.ToString(CultureInfo.InvariantCulture);

    public TextDocumentInput ToInput() => new(Id, Part) { Language = Language };

    /// <summary>In order, at most ten to a request, and each request below 1 MB.</summary>
    public static IEnumerable<IReadOnlyList<LanguageDocument>> Batches(IEnumerable<LanguageDocument> documents)
    {
        List<LanguageDocument> batch = [];
        var chars = 0;
        foreach (var document in documents)
        {
            if (batch.Count == MostInBatch || batch.Count > 0 && chars + document.Part.Length > LanguageParts.MostChars)
            {
                yield return batch;
                (batch, chars) = ([], 0);
            }
            batch.Add(document);
            chars += document.Part.Length;
        }
        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
