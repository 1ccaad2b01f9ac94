using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Advocacy.Platform.Mail;

/// <summary>One recipient's values for tags or headers.</summary>
/// <param name="names">Shared by all recipients of a rendering.</param>
/// <param name="values">One for each name, in the same order.</param>
internal sealed class NamedValues(SharedNames names, MailValue[] values) : IReadOnlyDictionary<string, string>
{
    public SharedNames Shared => names;

    public MailValue[] InOrder => values;

    public string this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no value for {key}.");

    public IEnumerable<string> Keys => names.Names;

    public IEnumerable<string> Values => values.Select(value => value.Text);

    public int Count => values.Length;

    public bool ContainsKey(string key) => names.PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var place = names.PlaceOf(key);
        value = place < 0 ? null : values[place].Text;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < values.Length; i++)
        {
            yield return KeyValuePair.Create(names.Names[i], values[i].Text);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
