using System.Buffers;
using System.Text;
using MimeKit;

namespace Advocacy.Platform.Mail;

/// <summary>What may stand in the headers of a mail and in its id.</summary>
internal static class Headers
{
    /// <summary>RFC 5322's line ends, whatever the machine.</summary>
    public static readonly FormatOptions Format = NewFormat();

    private static readonly SearchValues<char> Token = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
    );

    // Of a display name that needs no quotes.
    private static readonly SearchValues<char> Phrase = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789- "
    );

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    );

    private static readonly SearchValues<char> Breaks = SearchValues.Create([
        .. Enumerable.Range(0, 0xa0).Select(c => (char)c).Where(char.IsControl),
        '\u2028',
        '\u2029',
    ]);

    // A mailer writes these itself, or the servers on the way do.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "From",
        "Sender",
        "Reply-To",
        "To",
        "Cc",
        "Bcc",
        "Subject",
        "Date",
        "Message-ID",
        "MIME-Version",
        "Received",
        "Return-Path",
        "DKIM-Signature",
    };

    /// <summary>1 to 128 letters, digits, hyphens and underscores: safe as a file name and as the local part of Message-ID.</summary>
    public static bool IsMessageId(string? id) =>
        id is { Length: > 0 and <= 128 } && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>Whether a recipient's own headers may be called this.</summary>
    public static bool IsAllowed(string name) =>
        name.Length is > 0 and <= 76
        && !name.AsSpan().ContainsAnyExcept(Token)
        && !Own.Contains(name)
        && !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Line breaks and other control characters become spaces: nothing can begin a header of its own. What claims to be an
    /// encoded word (RFC 2047) is taken apart: MimeKit would pass it on as it stands, and mail programs would decode it.
    /// </summary>
    public static string OneLine(string value)
    {
        var line = value.AsSpan().ContainsAny(Breaks)
            ? string.Concat(value.Select(c => Breaks.Contains(c) ? ' ' : c))
            : value;
        return line.Replace("=?", "= ?", StringComparison.Ordinal).Trim();
    }

    /// <summary>The header's line or lines, folded and encoded, with their line ends.</summary>
    public static byte[] Line(string name, string value)
    {
        // A link is most of what a person's headers are, and MimeKit takes as long for it as all else takes.
        var line = OneLine(value);
        if (Ascii.IsValid(line) && Fold(name, line) is { } folded)
        {
            return folded;
        }
        var header = new Header(Encoding.UTF8, name, "");
        header.SetValue(Format, Encoding.UTF8, OneLine(value));
        return [.. Encoding.ASCII.GetBytes(name + ":"), .. header.RawValue];
    }

    /// <summary>Broken before words that would make a line longer than 76; <c>null</c> where a word alone is longer than a line may be.</summary>
    private static byte[]? Fold(string name, string value)
    {
        const int WantedLine = 76;
        const int LongestWord = 900;
        var lines = new StringBuilder(name.Length + value.Length + 16).Append(name).Append(':');
        var length = name.Length + 1;
        foreach (var range in value.AsSpan().Split(' '))
        {
            var word = value.AsSpan(range);
            if (word.Length > LongestWord)
            {
                return null;
            }
            // Two spaces in a row stay: none is at a line's end.
            if (length + 1 + word.Length > WantedLine && length > name.Length + 1 && word.Length > 0)
            {
                lines.Append("\r\n");
                length = 0;
            }
            lines.Append(' ').Append(word);
            length += 1 + word.Length;
        }
        return Encoding.ASCII.GetBytes(lines.Append("\r\n").ToString());
    }

    /// <summary>The value alone on one line, encoded (RFC 2047) where it is not ASCII: for a provider that writes the header itself.</summary>
    public static string Value(string name, string value)
    {
        var line = OneLine(value);
        return Ascii.IsValid(line)
            ? line
            : Encoding
                .ASCII.GetString(Line(name, line))[(name.Length + 1)..]
                .Replace("\r\n", "", StringComparison.Ordinal)
                .Trim();
    }

    /// <summary>The same for a header that holds one mailbox.</summary>
    public static byte[] Line(string name, MailboxAddress mailbox) =>
        Encoding.ASCII.GetBytes(
            Word(mailbox.Name ?? "") is { } word
                ? Folded(name, word, Addresses.OnTheWire(mailbox))
                : $"{name}: {mailbox.ToString(Format, encode: true)}\r\n"
        );

    /// <summary>A name as one word of RFC 5322 or 2047, as most are; <c>null</c> where it takes more, which MimeKit knows better.</summary>
    private static string? Word(string name)
    {
        // An encoded word has 75 characters at most.
        const int MostBytes = 45;
        if (name.Length is 0 or > MostBytes)
        {
            return null;
        }
        if (!name.AsSpan().ContainsAnyExcept(Phrase))
        {
            return name;
        }
        Span<byte> bytes = stackalloc byte[3 * MostBytes];
        var length = Encoding.UTF8.GetBytes(name, bytes);
        return length <= MostBytes && !Ascii.IsValid(name)
            ? $"=?utf-8?b?{Convert.ToBase64String(bytes[..length])}?="
            : null;
    }

    private static string Folded(string name, string word, string address) =>
        name.Length + word.Length + address.Length > 70
            ? $"{name}: {word}\r\n <{address}>\r\n"
            : $"{name}: {word} <{address}>\r\n";

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
