using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Advocacy.Platform.Mail;

/// <summary>Names in an order of their own, which many share: so that none has a table of names for itself.</summary>
internal sealed class SharedNames
{
    private readonly Dictionary<string, int> _places;

    public SharedNames(IReadOnlyList<string> names)
    {
        Names = names;
        _places = names.Select((name, i) => KeyValuePair.Create(name, i)).ToDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>-1 where there is no such name.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);
}

/// <summary>One recipient's values for tags or headers.</summary>
/// <param name="names">Shared by all recipients of a rendering.</param>
/// <param name="values">One for each name, in the same order.</param>
internal sealed class NamedValues(SharedNames names, string[] values) : IReadOnlyDictionary<string, string>
{
    public SharedNames Shared => names;

    public string this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no value for {key}.");

    public IEnumerable<string> Keys => names.Names;

    public IEnumerable<string> Values => values;

    public int Count => values.Length;

    public bool ContainsKey(string key) => names.PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var place = names.PlaceOf(key);
        value = place < 0 ? null : values[place];
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        names.Names.Zip(values, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
