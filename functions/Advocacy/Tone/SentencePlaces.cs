using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>A sentence and where it stands.</summary>
/// <param name="Sentence">As measured.</param>
/// <param name="Part">The text that it stands in; <c>null</c> where the analyser gave it back changed.</param>
/// <param name="Offset">In that text, in UTF-16 units.</param>
internal sealed record SentencePlace(SentenceTone Sentence, TonePart? Part, int Offset);

/// <summary>Finds measured sentences again in a post's texts. Both come in the same order.</summary>
internal static class SentencePlaces
{
    public static IEnumerable<SentencePlace> Of(IReadOnlyList<TonePart> parts, IReadOnlyList<SentenceTone> sentences)
    {
        var (at, offset) = (0, 0);
        foreach (var sentence in sentences)
        {
            var (part, from, found) = (at, offset, -1);
            while (part < parts.Count)
            {
                found = parts[part].Text.IndexOf(sentence.Text, from, StringComparison.Ordinal);
                if (found >= 0)
                {
                    break;
                }
                (part, from) = (part + 1, 0);
            }
            if (found < 0)
            {
                yield return new(sentence, null, 0);
                continue;
            }
            yield return new(sentence, parts[part], found);
            (at, offset) = (part, found + sentence.Text.Length);
        }
    }
}
