using System.Text;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// Those of a recipient's values that are written out in the texts themselves, because SendGrid does not substitute as many: the
/// longest. The recipient then shares a request with those only who have the same long values. Mostly none.
/// </summary>
internal sealed class WrittenValues
{
    public static readonly WrittenValues None = new([], []);

    // "The total collective size of your substitutions may not exceed 10,000 bytes per personalization object"; how quotes are counted
    // is not said.
    private const int MostBytes = 9_000;
    private const int Most = 100;

    private readonly HashSet<int> _places;

    private WrittenValues(MailValue[] values, HashSet<int> places)
    {
        _places = places;
        Key =
            places.Count == 0
                ? ""
                : Ids.Of([.. places.Order().SelectMany(place => new[] { $"{place}", values[place].Text })]);
    }

    /// <summary>Equal where what is written out is; empty for nothing.</summary>
    public string Key { get; }

    /// <param name="names">Of the wire.</param>
    /// <param name="bytesOfNames">Of all of them in UTF-8.</param>
    /// <param name="values">One for each name.</param>
    public static WrittenValues Of(IReadOnlyList<string> names, int bytesOfNames, MailValue[] values)
    {
        var bytes = bytesOfNames;
        foreach (var value in values)
        {
            bytes += value.Bytes;
        }
        if (bytes <= MostBytes && values.Length <= Most)
        {
            return None;
        }
        var written = new HashSet<int>();
        foreach (var place in Enumerable.Range(0, values.Length).OrderByDescending(BytesOf))
        {
            if (bytes <= MostBytes && values.Length - written.Count <= Most)
            {
                break;
            }
            bytes -= BytesOf(place);
            written.Add(place);
        }
        return new WrittenValues(values, written);

        int BytesOf(int place) => Encoding.UTF8.GetByteCount(names[place]) + values[place].Bytes;
    }

    public bool Has(int place) => _places.Contains(place);
}
