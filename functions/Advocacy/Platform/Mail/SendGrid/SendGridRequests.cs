using System.Text;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>The requests of one batch that are still to be made, in the recipients' order as far as SendGrid's limits allow.</summary>
internal sealed class SendGridRequests
{
    // "The total size of your email must be less than 30 MB." Half of it is far above what 1,000 digests come to.
    private const int MostBytes = 15 * 1024 * 1024;

    private readonly SendGridContent _content;
    private readonly LinkedList<IReadOnlyList<SendGridLetter>> _waiting = new();

    public SendGridRequests(SendGridContent content, IEnumerable<SendGridLetter> letters, int most)
    {
        _content = content;
        var open = new Dictionary<string, List<(List<SendGridLetter> Letters, HashSet<string> Addresses)>>();
        foreach (var letter in letters)
        {
            if (!open.TryGetValue(letter.Written.Key, out var alike))
            {
                open[letter.Written.Key] = alike = [];
            }
            // "Each unique email address in the personalizations array should only be included once."
            var place = alike.FindIndex(one => !one.Addresses.Contains(letter.Address));
            if (place < 0)
            {
                List<SendGridLetter> request = [];
                _waiting.AddLast(request);
                alike.Add((request, new HashSet<string>(StringComparer.OrdinalIgnoreCase)));
                place = alike.Count - 1;
            }
            alike[place].Letters.Add(letter);
            alike[place].Addresses.Add(letter.Address);
            if (alike[place].Letters.Count == most)
            {
                alike.RemoveAt(place);
            }
        }
    }

    /// <summary>The next request and its JSON; <c>null</c> when there is none left.</summary>
    public (IReadOnlyList<SendGridLetter> Letters, string Json)? Next()
    {
        while (_waiting.First?.Value is { } letters)
        {
            _waiting.RemoveFirst();
            var json = _content.Write(letters);
            if (letters.Count == 1 || IsShort(json))
            {
                return (letters, json);
            }
            var half = letters.Count / 2;
            Again([.. letters.Skip(half)]);
            Again([.. letters.Take(half)]);
        }
        return null;
    }

    // Three bytes a character at most: most need no counting.
    private static bool IsShort(string json) =>
        3L * json.Length <= MostBytes || Encoding.UTF8.GetByteCount(json) <= MostBytes;

    /// <summary>To be made next.</summary>
    public void Again(IReadOnlyList<SendGridLetter> letters)
    {
        if (letters.Count > 0)
        {
            _waiting.AddFirst(letters);
        }
    }

    /// <summary>All that were not made.</summary>
    public IEnumerable<SendGridLetter> Rest => _waiting.SelectMany(letters => letters);
}
