using Advocacy.People;

namespace Advocacy.Joining;

/// <summary>What is wrong with an address that somebody entered.</summary>
public enum AddressFault
{
    /// <summary>No address that mail can go to.</summary>
    Malformed,

    /// <summary>
    /// Something after a plus: the same mailbox under another name, which would be another person to the roster and to the limits.
    /// </summary>
    Tagged,

    /// <summary>Not one of the company's domains.</summary>
    Foreign,
}

/// <summary>Which addresses may join: bare ones of the company's own domains. Case makes no difference, nor how an IDN domain is written.</summary>
internal static class JoinAddress
{
    /// <param name="text">As it was typed.</param>
    /// <param name="domains">As they were configured.</param>
    /// <param name="address">As <see cref="WorkAddress"/> writes it, where nothing is wrong.</param>
    public static AddressFault? Check(string? text, IEnumerable<string> domains, out string address)
    {
        address = "";
        if (!WorkAddress.TryParse(text, out var parsed, out _))
        {
            return AddressFault.Malformed;
        }
        var at = parsed.IndexOf('@', StringComparison.Ordinal);
        if (!domains.Select(domain => DomainOf($"x@{domain}")).Contains(parsed[(at + 1)..]))
        {
            return AddressFault.Foreign;
        }
        if (parsed.AsSpan(0, at).Contains('+'))
        {
            return AddressFault.Tagged;
        }
        address = parsed;
        return null;
    }

    /// <summary>The domain of an address in the one way that it is written here; <c>null</c> where it is no address.</summary>
    public static string? DomainOf(string address) =>
        WorkAddress.TryParse(address, out var parsed, out _)
            ? parsed[(parsed.IndexOf('@', StringComparison.Ordinal) + 1)..]
            : null;
}
