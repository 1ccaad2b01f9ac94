using System.Text;

namespace Advocacy.Platform.Mail;

/// <summary>What stands for a tag, and the forms it is sent in. One that is shared is encoded once for all who share it.</summary>
/// <param name="text">As the mail's reader sees it, or as HTML.</param>
internal sealed class MailValue(string text)
{
    private byte[]? _quoted;
    private string? _json;
    private int _bytes;

    public string Text => text;

    /// <summary>In quoted-printable, whole in itself: see <see cref="QuotedPrintable"/>.</summary>
    public byte[] Quoted => _quoted ??= QuotedPrintable.Encode(text);

    /// <summary>Within JSON's quotes.</summary>
    public string Json => _json ??= JsonText.Escape(text);

    /// <summary>In UTF-8.</summary>
    public int Bytes => _bytes > 0 ? _bytes : _bytes = Encoding.UTF8.GetByteCount(text);
}
