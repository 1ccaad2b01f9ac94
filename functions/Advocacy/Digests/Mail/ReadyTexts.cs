using System.Collections.Concurrent;

namespace Advocacy.Digests.Mail;

/// <summary>Texts that were made ready, for all messages of a week: each is encoded once. Safe from many threads.</summary>
internal sealed class ReadyTexts
{
    // Some 4 KB each, in all their forms: 16 MB at most.
    private const int Most = 4_096;

    private readonly ConcurrentDictionary<(string Text, int Most), ReadyWords> _known = new();

    /// <inheritdoc cref="ReadyWords.Of"/>
    public ReadyWords Of(string text, int most)
    {
        if (!_known.TryGetValue((text, most), out var words))
        {
            if (_known.Count >= Most)
            {
                _known.Clear();
            }
            _known[(text, most)] = words = ReadyWords.Of(text, most);
        }
        return words;
    }
}
