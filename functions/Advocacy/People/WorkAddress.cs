using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MimeKit;

namespace Advocacy.People;

/// <summary>A mail address as this system takes it: bare, deliverable everywhere, written in one way.</summary>
public static class WorkAddress
{
    /// <summary>RFC 5321's longest path, less its angle brackets.</summary>
    public const int Longest = 254;

    private const string Specials = "!#$%&'*+-/=?^_`{|}~.";
    private static readonly SearchValues<char> s_decoration = SearchValues.Create("<>\"(),;:\\[]");
    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true };

    /// <summary>Checks an address and writes it in one way: the domain in lower case and, where it has letters beyond ASCII, in its ASCII form.</summary>
    /// <param name="text">As it was typed; surrounding white space is passed over.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the address.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out string? address,
        [NotNullWhen(false)] out string? problem
    )
    {
        text = (text ?? "").Trim();
        address = null;
        problem = ProblemOf(text) ?? DomainOf(text, out var domain) ?? Join(text, domain, out address);
        return problem is null;
    }

    private static string? ProblemOf(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text switch
        {
            "" => "is empty",
            _ when text.AsSpan().ContainsAny(s_decoration) => "is more than a bare address such as name@company.dk",
            _ when text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) => "has white space inside",
            _ when at < 0 => "has no @",
            _ when at != text.LastIndexOf('@') => "has more than one @",
            _ when at == 0 => "has nothing before the @",
            _ when at > 64 => "has more than 64 characters before the @",
            _ when !text[..at]
                    .All(c => char.IsAsciiLetterOrDigit(c) || Specials.Contains(c, StringComparison.Ordinal)) =>
                "has a character before the @ that mail servers do not take",
            _ when text[0] == '.' || text[at - 1] == '.' || text[..at].Contains("..", StringComparison.Ordinal) =>
                "has a dot too many before the @",
            _ => null,
        };
    }

    private static string? DomainOf(string text, out string domain)
    {
        domain = text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..];
        if (!domain.Contains('.', StringComparison.Ordinal))
        {
            return "has no dot after the @";
        }
        try
        {
            domain = s_idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return "has a domain that cannot be";
        }
        return domain.EndsWith('.') || domain[(domain.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit)
            ? "has a domain that cannot be"
            : null;
    }

    private static string? Join(string text, string domain, out string? address)
    {
        address = null;
        var joined = $"{text[..text.IndexOf('@', StringComparison.Ordinal)]}@{domain}";
        if (joined.Length > Longest)
        {
            return $"is longer than {Longest} characters";
        }
        // What the mailer will build the message with has the last word.
        if (
            !MailboxAddress.TryParse(joined, out var mailbox)
            || MailboxAddress.EncodeAddrspec(mailbox.Address) != joined
        )
        {
            return "is no mail address";
        }
        address = joined;
        return null;
    }
}
