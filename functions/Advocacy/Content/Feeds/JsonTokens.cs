using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Advocacy.Content.Feeds;

/// <summary>Reads JSON token by token from a text of any encoding, holding no more of it than the longest token.</summary>
internal sealed class JsonTokens(FeedText text) : IDisposable
{
    private readonly char[] _chars = ArrayPool<char>.Shared.Rent(16 * 1024);
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _position;
    private int _end;
    private bool _finished;
    private JsonReaderState _state = new(
        new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
    );

    public JsonTokenType Type { get; private set; }

    /// <summary>Of a property name, string or number; <c>null</c> for others, and for text that is no Unicode.</summary>
    public string? Value { get; private set; }

    /// <summary>1-based, of the end of the token.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Why reading ended early; <c>null</c> while it goes on, and at a proper end.</summary>
    public string? Broken { get; private set; }

    /// <param name="wantsValue"><c>false</c> spares making a string that nobody looks at.</param>
    /// <returns><c>false</c> at the end, or where the text is no JSON from here on.</returns>
    public bool Read(bool wantsValue = true)
    {
        while (Broken is null)
        {
            try
            {
                // Never called final: so an error is an error, and the lack of more is the lack of more.
                var reader = new Utf8JsonReader(
                    _bytes.AsSpan(_position, _end - _position),
                    isFinalBlock: false,
                    _state
                );
                var found = reader.Read();
                if (found)
                {
                    Type = reader.TokenType;
                    Value = wantsValue ? ValueOf(ref reader) : null;
                }

                var used = (int)reader.BytesConsumed;
                Line += _bytes.AsSpan(_position, used).Count((byte)'\n');
                (_position, _state) = (_position + used, reader.CurrentState);
                if (found)
                {
                    return true;
                }
            }
            catch (JsonException e)
            {
                Line = (int)(e.LineNumber ?? 0) + 1;
                Broken = "this is no JSON";
                return false;
            }

            if (_finished)
            {
                Broken = "the file ends";
            }
            else
            {
                Fill();
            }
        }

        return false;
    }

    /// <summary>Passes over the value that begins here.</summary>
    public void Skip()
    {
        var depth = Type is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0;
        while (depth > 0 && Read(wantsValue: false))
        {
            depth += Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        ArrayPool<byte>.Shared.Return(_bytes);
    }

    private static string? ValueOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            return null;
        }
    }

    private void Fill()
    {
        var kept = _end - _position;
        if (kept >= FeedLimits.TokenLength)
        {
            Broken = "a single value is longer than 4 million characters";
            return;
        }

        // One character is at most three bytes.
        var room = kept + (3 * _chars.Length);
        var into = room > _bytes.Length ? ArrayPool<byte>.Shared.Rent(room * 2) : _bytes;
        _bytes.AsSpan(_position, kept).CopyTo(into);
        if (into != _bytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = into;
        }

        (_position, _end) = (0, kept);
        do
        {
            var read = text.Read(_chars);
            _finished = read == 0;
            var chars = _chars.AsSpan(0, read);
            foreach (ref var c in chars)
            {
                // Control characters are no JSON, but some feeds have them in their texts.
                c = c is '\n' or '\r' or (>= ' ' and not '\uFEFF') ? c : ' ';
            }

            _encoder.Convert(chars, _bytes.AsSpan(_end), _finished, out _, out var written, out _);
            _end += written;
        } while (!_finished && _end < FeedLimits.TokenLength && _bytes.Length - _end >= 3 * _chars.Length);
    }
}
