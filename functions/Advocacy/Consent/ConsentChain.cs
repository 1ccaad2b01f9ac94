using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Consent;

/// <summary>
/// What ties one employee's events together. The hash of an event is SHA-256, in lower-case hexadecimal, of this text in UTF-8:
/// <code>
/// advocacy consent event 2
/// id 6 000001
/// employeeId 32 8d5e957f297893487bd98fa830fa6413
/// ...
/// networkHash -
/// previousHash 64 ...
/// </code>
/// The number in the first line is the event's Schema. Then one line a field, each ended by a line feed: its name as in the JSON, the
/// bytes of its value in UTF-8 and the value; <c>-</c> where there is none. The fields and their order are those of <see cref="TextOf"/>. Numbers
/// are decimal, purpose, action and cause are names, instants are UTC with seven decimals of a second. The ttl is left out: it says
/// how long the store keeps the event, not what happened.
/// The first event's previousHash is <see cref="StartOf"/>. Whoever can write to the store could rewrite a whole chain: what was once noted or
/// exported elsewhere shows that.
/// </summary>
internal static class ConsentChain
{
    /// <summary>The Schema of events and states that are chained. Schema 1 had no hashes.</summary>
    public const int Schema = 2;

    /// <summary>What a chain begins with: bound to the person, so that nobody's events pass for somebody else's.</summary>
    public static string StartOf(string employeeId) => Hash($"advocacy consent chain\nemployeeId {employeeId}\n");

    public static string HashOf(ConsentEvent one) => Hash(TextOf(one, one.PreviousHash));

    /// <summary>
    /// The hash after events of Schema 1, each hashed as if it carried the one before it: the first event of the chain carries this
    /// one, so that the events before the chain cannot be changed unseen from then on.
    /// </summary>
    public static string After(string employeeId, IEnumerable<ConsentEvent> unchained) =>
        unchained.Aggregate(StartOf(employeeId), (previous, one) => Hash(TextOf(one, previous)));

    /// <summary>The hash that the next event of these must carry.</summary>
    public static string Next(string employeeId, IReadOnlyList<ConsentEvent> events) =>
        events is [.., { Schema: >= Schema } last]
            ? HashOf(last)
            : After(employeeId, events.Where(one => one.Schema < Schema));

    public static string TextOf(ConsentEvent one, string? previousHash)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"advocacy consent event {one.Schema}\n");
        Add(text, "id", one.Id);
        Add(text, "employeeId", one.EmployeeId);
        Add(text, "sequence", one.Sequence.ToString(CultureInfo.InvariantCulture));
        Add(text, "purpose", one.Purpose.ToString());
        Add(text, "action", one.Action.ToString());
        Add(text, "wordingVersion", one.WordingVersion);
        Add(text, "wordingHash", one.WordingHash);
        Add(text, "language", one.Language);
        Add(text, "channel", one.Channel);
        Add(text, "at", one.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        Add(text, "cause", one.Cause.ToString());
        Add(text, "networkHash", one.NetworkHash);
        Add(text, "previousHash", previousHash);
        return text.ToString();
    }

    /// <summary>With its length, so that no value can pass for the end of itself and the beginning of the next field.</summary>
    private static void Add(StringBuilder text, string name, string? value) =>
        _ = value is null
            ? text.Append(CultureInfo.InvariantCulture, $"{name} -\n")
            : text.Append(CultureInfo.InvariantCulture, $"{name} {Encoding.UTF8.GetByteCount(value)} {value}\n");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
