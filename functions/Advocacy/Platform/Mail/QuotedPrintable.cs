using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace Advocacy.Platform.Mail;

/// <summary>
/// A text in quoted-printable (RFC 2045, 6.7), encoded once for all batches of a rendering. Its literals are encoded each on its own and end in a soft
/// line break, which decodes to nothing; so values can stand between them, encoded the same way, and nothing is encoded twice.
/// </summary>
internal sealed class QuotedPrintable(TaggedText text)
{
    private static readonly ConditionalWeakTable<string, Rendering> Renderings = [];

    // RFC 2045 allows 76 with the "=" of the soft break.
    private const int LongestLine = 72;

    // Longer ones are mostly ready texts, which several people share; the rest is quicker done than looked up.
    private const int ShortestKept = 100;
    private const int MostKept = 512;

    // What may stand as it is within a line.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!\"#$%&'()*+,-./:;<>?@[\\]^_`{|}~ "u8
    );

    private readonly (byte[] Literal, string? Tag)[] _pieces =
    [
        .. text.Pieces.Select(p => (Encode(p.Text), p.IsTag ? p.Text : null)),
    ];

    // By the string itself: to look for equal ones takes as long as to encode it anew.
    private readonly ConcurrentDictionary<string, byte[]> _kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of a text that other batches may have had too: as long as somebody holds the string, it is encoded once.</summary>
    public static QuotedPrintable Of(string text, IReadOnlyList<MailRecipient> recipients)
    {
        // Whoever renders for many gives all recipients the same names.
        var names = (recipients is [var first, ..] ? first.Substitutions as NamedValues : null)?.Shared;
        if (names is null || !recipients.All(one => (one.Substitutions as NamedValues)?.Shared == names))
        {
            var tags = recipients.SelectMany(one => one.Substitutions.Keys).ToHashSet();
            return new QuotedPrintable(TaggedText.Cut(text, tags));
        }
        if (!Renderings.TryGetValue(text, out var known) || known.Names != names)
        {
            known = new Rendering(names, new QuotedPrintable(TaggedText.Cut(text, names.Names)));
            Renderings.AddOrUpdate(text, known);
        }
        return known.Encoded;
    }

    public void Write(IReadOnlyDictionary<string, string> values, IBufferWriter<byte> output)
    {
        foreach (var (literal, tag) in _pieces)
        {
            if (tag is null || !values.TryGetValue(tag, out var value))
            {
                output.Write(literal);
            }
            else if (value.Length < ShortestKept || value.StartsWith("http", StringComparison.Ordinal))
            {
                Encode(value, output);
            }
            else
            {
                output.Write(Kept(value));
            }
        }
    }

    private byte[] Kept(string value)
    {
        if (!_kept.TryGetValue(value, out var encoded))
        {
            encoded = Encode(value);
            if (_kept.Count >= MostKept)
            {
                // Of messages before this one.
                _kept.Clear();
            }
            _kept[value] = encoded;
        }
        return encoded;
    }

    private static byte[] Encode(string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length * 5 / 4 + 16);
        Encode(text, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Encode(string text, IBufferWriter<byte> output)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        Encode(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)), output);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static void Encode(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        // Three bytes for each at most, and a soft break for each line of 72.
        var to = output.GetSpan(bytes.Length * 3 + (bytes.Length * 3 / (LongestLine - 2) + 2) * 3);
        var at = 0;
        var line = 0;
        while (bytes.Length > 0)
        {
            var run = bytes[..Math.Min(bytes.Length, LongestLine - line)];
            var plain = run.IndexOfAnyExcept(Plain);
            plain = plain < 0 ? run.Length : plain;
            if (plain > 0 && plain < bytes.Length && bytes[plain] == '\n' && bytes[plain - 1] == ' ')
            {
                // White space must not end a line.
                plain--;
            }
            run[..plain].CopyTo(to[at..]);
            at += plain;
            line += plain;
            bytes = bytes[plain..];
            if (line > LongestLine - 3 && bytes is not [(byte)'\n', ..])
            {
                (at, line) = (Put(to, at, "=\r\n"u8), 0);
            }
            if (bytes.Length == 0 || Plain.Contains(bytes[0]) && bytes is not [(byte)' ', (byte)'\n', ..])
            {
                continue;
            }
            if (bytes[0] == '\n')
            {
                (at, line) = (Put(to, at, "\r\n"u8), 0);
            }
            else
            {
                to[at++] = (byte)'=';
                to[at++] = Hex(bytes[0] >> 4);
                to[at++] = Hex(bytes[0] & 15);
                line += 3;
            }
            bytes = bytes[1..];
        }
        at = Put(to, at, "=\r\n"u8);
        output.Advance(at);
    }

    private static int Put(Span<byte> to, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to[at..]);
        return at + bytes.Length;
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);

    private sealed record Rendering(SharedNames Names, QuotedPrintable Encoded);
}
