using System.Globalization;
using MimeKit;

namespace Advocacy.Platform.Mail;

/// <summary>Which addresses a mail can go to. All mailers refuse the same ones.</summary>
internal static class Addresses
{
    private static readonly IdnMapping Idn = new();

    // The last one that was looked at: colleagues have the same.
    private static volatile string _valid = "";

    /// <summary>The mailbox, its name made harmless; <c>null</c> with a reason, which never holds the address.</summary>
    public static MailboxAddress? Read(MailAddress address, out string? reason)
    {
        reason = WhyRefused(address.Address);
        return reason is null ? new MailboxAddress(Headers.OneLine(address.Name), address.Address) : null;
    }

    /// <summary>In ASCII: a domain in other letters is encoded (IDNA).</summary>
    public static string OnTheWire(MailboxAddress mailbox) =>
        System.Text.Ascii.IsValid(mailbox.Address) ? mailbox.Address : mailbox.GetAddress(idnEncode: true);

    private static string? WhyRefused(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1)
        {
            return "The address has no name or no domain.";
        }
        var local = address.AsSpan(0, at);
        if (local.Length > 64 || address.Length > 254)
        {
            return "The address is too long.";
        }
        // RFC 5321's dot-string: quoted local parts exist on paper, and Unicode ones need a mail server that says so.
        if (local[0] == '.' || local[^1] == '.' || local.IndexOf("..") >= 0 || local.ContainsAnyExcept(LocalPart))
        {
            return "The part of the address before the @ is not valid.";
        }
        var domain = address.AsSpan(at + 1);
        if (domain.SequenceEqual(_valid))
        {
            return null;
        }
        if (!IsDomain(domain.ToString()))
        {
            return "The domain of the address is not valid.";
        }
        _valid = domain.ToString();
        return null;
    }

    private static readonly System.Buffers.SearchValues<char> LocalPart = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~"
    );

    private static bool IsDomain(string domain)
    {
        try
        {
            var labels = (System.Text.Ascii.IsValid(domain) ? domain : Idn.GetAscii(domain)).Split('.');
            return labels.Length > 1
                && Array.TrueForAll(
                    labels,
                    l =>
                        l.Length is > 0 and <= 63
                        && l[0] != '-'
                        && l[^1] != '-'
                        && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
                );
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
