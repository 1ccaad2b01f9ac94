using System.Text;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// One recipient's values, as many as SendGrid substitutes. Where they are more, the longest are written out in the texts themselves:
/// the recipient then shares a request with those only who have the same long values.
/// </summary>
/// <param name="Substituted">By names of the wire.</param>
/// <param name="Written">The same, for what stands in the texts; mostly none.</param>
internal sealed record SendGridSubstitutions(
    IReadOnlyList<KeyValuePair<string, string>> Substituted,
    IReadOnlyDictionary<string, string> Written
)
{
    // "The total collective size of your substitutions may not exceed 10,000 bytes per personalization object"; how quotes are counted
    // is not said.
    private const int MostBytes = 9_000;
    private const int Most = 100;

    private static readonly Dictionary<string, string> None = [];

    public static SendGridSubstitutions Of(IEnumerable<KeyValuePair<string, string>> values)
    {
        var all = values.ToArray();
        var bytes = all.Sum(BytesOf);
        if (bytes <= MostBytes && all.Length <= Most)
        {
            return new SendGridSubstitutions(all, None);
        }
        var longest = all.OrderByDescending(BytesOf).ThenBy(value => value.Key, StringComparer.Ordinal).ToList();
        var written = new Dictionary<string, string>();
        while (bytes > MostBytes || longest.Count > Most)
        {
            bytes -= BytesOf(longest[0]);
            written.Add(longest[0].Key, longest[0].Value);
            longest.RemoveAt(0);
        }
        return new SendGridSubstitutions(longest, written);
    }

    /// <summary>Equal where what is written out is; empty for nothing.</summary>
    public string Key { get; } =
        Written.Count == 0 ? "" : Ids.Of([.. Written.SelectMany(pair => new[] { pair.Key, pair.Value })]);

    /// <summary>Of name and value in UTF-8.</summary>
    public static int BytesOf(KeyValuePair<string, string> value) =>
        Encoding.UTF8.GetByteCount(value.Key) + Encoding.UTF8.GetByteCount(value.Value);
}
