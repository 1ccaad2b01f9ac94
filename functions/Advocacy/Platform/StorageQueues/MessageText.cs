using System.Buffers.Text;
using System.Text;

namespace Advocacy.Platform.StorageQueues;

/// <summary>
/// How a message stands in a queue. JSON stands as it is, for people to read; what XML, in which it travels, would change, and what
/// might be taken for base64 or for a pointer, stands as base64.
/// </summary>
internal static class MessageText
{
    private static readonly UTF8Encoding s_strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static string Encode(string message) =>
        IsPlain(message) ? message : Convert.ToBase64String(s_strict.GetBytes(message));

    /// <summary>What <see cref="Encode"/> was given. The portal and some connectors send base64 too.</summary>
    public static string Decode(string text)
    {
        if (text.Length < 4 || !Base64.IsValid(text))
        {
            return text;
        }
        try
        {
            return s_strict.GetString(Convert.FromBase64String(text));
        }
        catch (DecoderFallbackException)
        {
            // Four letters may be a word: what holds no text was none.
            return text;
        }
    }

    /// <summary>
    /// Bytes of what a queue must hold. The escapes of XML are counted, because the limit's documentation leaves open whether they
    /// are.
    /// </summary>
    public static int SizeOf(string message)
    {
        var bytes = Encoding.UTF8.GetByteCount(message);
        if (!IsPlain(message))
        {
            return bytes;
        }
        var span = message.AsSpan();
        return bytes
            + span.Count('&') * ("&amp;".Length - 1)
            + (span.Count('<') + span.Count('>')) * ("&lt;".Length - 1);
    }

    private static bool IsPlain(string message)
    {
        if (message is not ['{' or '[', ..])
        {
            return false;
        }
        foreach (var c in message)
        {
            // XML takes no other control characters, and turns a carriage return into a line feed.
            if ((c < ' ' && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }
        return true;
    }
}
