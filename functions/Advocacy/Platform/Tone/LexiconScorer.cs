using System.Runtime.InteropServices;

namespace Advocacy.Platform.Tone;

/// <summary>What speaks for and against in a sentence, and how much was said.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LexiconScore(float For, float Against, int Words);

/// <summary>
/// Weighs one sentence after the other. Holds its buffers, so that a sentence costs no allocation: one instance for each thread.
/// </summary>
internal sealed class LexiconScorer
{
    // A sign may be one character, and a space follows each.
    private readonly char[] _lower = new char[LexiconSentences.LongestSentence * 2];
    private readonly LexiconWord[] _words = new LexiconWord[LexiconSentences.LongestSentence];
    private int _length;
    private int _count;
    private int _exclamations;
    private bool _asks;

    public LexiconScore Score(ReadOnlySpan<char> sentence, LexiconTable table)
    {
        Read(sentence);
        var words = LookUp(table);
        var span = _words.AsSpan(0, _count);
        LexiconModifiers.Apply(span, table.IsDanish);

        float positive = 0;
        float negative = 0;
        foreach (ref readonly var word in span)
        {
            if (word.Weight > 0)
            {
                positive += word.Weight;
            }
            else
            {
                negative -= word.Weight;
            }
        }

        // A loud sentence means it more, a question less.
        var force = (1 + 0.1f * Math.Min(_exclamations, 3)) * (_asks ? 0.7f : 1);
        return new LexiconScore(positive * force, negative * force, words);
    }

    /// <summary>Lower-case words with single spaces between them into <see cref="_lower"/>, so that a phrase is a slice of it.</summary>
    private void Read(ReadOnlySpan<char> sentence)
    {
        _length = _count = _exclamations = 0;
        _asks = false;
        var tokens = new LexiconTokens(sentence);
        while (tokens.MoveNext())
        {
            var token = tokens.Current;
            switch (token.Kind)
            {
                case LexiconTokenKind.Exclamation:
                    _exclamations++;
                    Add(default, LexiconTokenKind.Break);
                    break;
                case LexiconTokenKind.Question:
                    _asks = true;
                    Add(default, LexiconTokenKind.Break);
                    break;
                case LexiconTokenKind.Break or LexiconTokenKind.Link or LexiconTokenKind.Number:
                    Add(default, token.Kind);
                    break;
                default:
                    Add(sentence.Slice(token.Start, token.Length), token.Kind);
                    break;
            }
        }
    }

    private void Add(ReadOnlySpan<char> text, LexiconTokenKind kind)
    {
        var start = _length;
        var capitals = 0;
        foreach (var c in text)
        {
            if (LexiconTokens.IsInvisible(c))
            {
                continue;
            }
            capitals += char.IsUpper(c) ? 1 : 0;
            _lower[_length++] = c == '’' ? '\'' : char.ToLowerInvariant(c);
        }
        if (
            kind == LexiconTokenKind.Word
            && _length - start > 2
            && _lower[_length - 1] == 's'
            && _lower[_length - 2] == '\''
        )
        {
            // The genitive's 's is no part of the word.
            _length -= 2;
        }
        _words[_count++] = new LexiconWord
        {
            Kind = kind,
            Start = start,
            Length = _length - start,
            IsShouted = capitals > 2 && capitals == text.Length,
            IsName = capitals == 1 && start > 0 && char.IsUpper(text[0]),
        };
        if (_length > start)
        {
            _lower[_length++] = ' ';
        }
    }

    /// <summary>Gives every word what the table says about it; how many words there are.</summary>
    private int LookUp(LexiconTable table)
    {
        var words = 0;
        var shouted = 0;
        for (var i = 0; i < _count; i++)
        {
            ref var word = ref _words[i];
            word.Entry = LexiconEntry.Nothing;
            if (word.Length == 0 || word.Length > LexiconTable.LongestWord)
            {
                continue;
            }

            words++;
            shouted += word.IsShouted ? 1 : 0;
            var form = _lower.AsSpan(word.Start, word.Length);
            if (table.TryFind(form, out var entry))
            {
                if (entry.Is(LexiconTraits.StartsPhrase) && Phrase(i, table, out var phrase) is > 0 and var more)
                {
                    // The phrase stands in its first word's place; the rest of its words say nothing of their own.
                    word.Set(phrase);
                    for (; more > 0; more--)
                    {
                        _words[++i].Set(LexiconEntry.Nothing);
                        words++;
                    }
                    continue;
                }
                word.Set(entry);
            }
            else if (table.IsDanish && word is { Kind: LexiconTokenKind.Word, IsName: false })
            {
                word.Weight = LexiconCompounds.WeightOf(form, table);
            }
        }

        // Where all is in capitals, no word stands out.
        if (shouted * 2 < words)
        {
            foreach (ref var word in _words.AsSpan(0, _count))
            {
                word.Weight *= word.IsShouted ? 1.2f : 1;
            }
        }
        return words;
    }

    /// <summary>The longest phrase from word <paramref name="first"/> on; how many words follow the first, 0 where there is none.</summary>
    private int Phrase(int first, LexiconTable table, out LexiconEntry phrase)
    {
        var last = Math.Min(_count, first + LexiconTable.LongestPhrase) - 1;
        for (var i = first + 1; i <= last; i++)
        {
            if (_words[i].Kind != LexiconTokenKind.Word)
            {
                last = i - 1;
            }
        }
        for (; last > first; last--)
        {
            var end = _words[last].Start + _words[last].Length;
            if (table.TryFind(_lower.AsSpan(_words[first].Start, end - _words[first].Start), out phrase))
            {
                return last - first;
            }
        }
        phrase = LexiconEntry.Nothing;
        return 0;
    }
}
