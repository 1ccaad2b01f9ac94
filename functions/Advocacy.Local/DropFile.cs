using System.Text;

namespace Advocacy.Local;

/// <summary>
/// Reads a content drop's file: UTF-8, or UTF-16 with its mark. Any other encoding is refused, because letters that were guessed wrong
/// would go out in colleagues' mails.
/// </summary>
internal static class DropFile
{
    private static readonly UTF8Encoding s_strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <exception cref="InvalidDataException">The file is in another encoding; the message names the line.</exception>
    public static string Read(string path) => Text(File.ReadAllBytes(path));

    /// <inheritdoc cref="Read(string)"/>
    public static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return Text(bytes.ToArray());
    }

    private static string Text(byte[] bytes)
    {
        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));
        }
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        }
        try
        {
            return s_strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            var line = bytes.AsSpan(0, error.Index).Count((byte)'\n') + 1;
            throw new InvalidDataException($"Line {line} is not UTF-8: save the file as UTF-8.", error);
        }
    }
}
