using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Platform;

/// <summary>What a link allows. A token for one purpose is nothing for another.</summary>
public enum LinkPurpose
{
    /// <summary>Opens the page on which an employee confirms a consent.</summary>
    ConfirmConsent,

    /// <summary>Withdraws the digest (RFC 8058).</summary>
    Unsubscribe,

    /// <summary>Opens one post's share page as one employee got it.</summary>
    Share,

    /// <summary>Opens the page on which a join request is confirmed.</summary>
    Join,

    /// <summary>Opens one employee's preferences page.</summary>
    Preferences,

    /// <summary>Opens the page of the one invitation, and its decline.</summary>
    Invitation,

    /// <summary>Proves that a form of the comms team's pages was opened by who posts it.</summary>
    Form,

    /// <summary>Opens the page on which one employee suggests content.</summary>
    Suggest,

    /// <summary>Answers one pulse question, once.</summary>
    Pulse,

    /// <summary>Leads on from a mail, and tells that somebody followed the link.</summary>
    Measured,
}

/// <summary>
/// Signs and reads the tokens in links: <c>base64url(expiry, subject) . base64url(HMAC-SHA256, 128 bits)</c>. Single-purpose, expiring,
/// compared in constant time; every key of <see cref="Secrets.LinkKeys"/> verifies, the first signs.
/// </summary>
public sealed class LinkSigner(Secrets secrets, TimeProvider time)
{
    private const int MacBytes = 16;

    /// <param name="subject">What the token stands for; opaque ids only, because anyone can read it.</param>
    /// <param name="lifetime">From now.</param>
    public string Sign(LinkPurpose purpose, string subject, TimeSpan lifetime)
    {
        var expires = time.GetUtcNow().Add(lifetime).ToUnixTimeSeconds();
        var payload = new byte[8 + Encoding.UTF8.GetByteCount(subject)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(payload, expires);
        Encoding.UTF8.GetBytes(subject, payload.AsSpan(8));
        Span<byte> mac = stackalloc byte[MacBytes];
        Mac(secrets.LinkKeys[0].Span, purpose, payload, mac);
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(mac)}";
    }

    /// <summary>The subject, or <c>null</c> where the token is malformed, foreign, tampered with, for another purpose or expired.</summary>
    public string? Read(LinkPurpose purpose, string? token) =>
        Open(purpose, token) is var (subject, expires) && time.GetUtcNow().ToUnixTimeSeconds() <= expires
            ? subject
            : null;

    /// <summary>The subject of a token that <see cref="Read"/> takes, or took before it expired.</summary>
    public string? ReadOld(LinkPurpose purpose, string? token) => Open(purpose, token)?.Subject;

    private (string Subject, long Expires)? Open(LinkPurpose purpose, string? token)
    {
        if (token is null || token.Length > 1024 || token.Split('.') is not [var left, var right])
        {
            return null;
        }
        if (!Base64Url.IsValid(left) || !Base64Url.IsValid(right))
        {
            return null;
        }
        var payload = Base64Url.DecodeFromChars(left);
        var given = Base64Url.DecodeFromChars(right);
        if (payload.Length < 8 || given.Length != MacBytes)
        {
            return null;
        }
        var genuine = false;
        Span<byte> mac = stackalloc byte[MacBytes];
        foreach (var key in secrets.LinkKeys)
        {
            Mac(key.Span, purpose, payload, mac);
            genuine |= CryptographicOperations.FixedTimeEquals(mac, given);
        }
        var expires = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(payload);
        return genuine ? (Encoding.UTF8.GetString(payload.AsSpan(8)), expires) : null;
    }

    private static void Mac(ReadOnlySpan<byte> key, LinkPurpose purpose, ReadOnlySpan<byte> payload, Span<byte> mac)
    {
        Span<byte> message = stackalloc byte[payload.Length + 1];
        message[0] = (byte)purpose;
        payload.CopyTo(message[1..]);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, full);
        full[..MacBytes].CopyTo(mac);
    }
}
