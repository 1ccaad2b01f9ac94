namespace Advocacy.Platform.Mail;

/// <summary>Names in an order of their own, which many share: so that none has a table of names for itself.</summary>
internal sealed class SharedNames(IReadOnlyList<string> names)
{
    // Whoever knows the places asks for no name: most never need the table.
    private Dictionary<string, int>? _places;
    private bool? _areHeaders;

    /// <summary>Each of them once.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Whether a recipient's headers may be called so, all of them: see <see cref="Headers.IsAllowed"/>.</summary>
    public bool AreHeaders => _areHeaders ??= names.All(Headers.IsAllowed);

    /// <summary>The names of all recipients' substitutions: those that they share, where they do.</summary>
    public static SharedNames Of(IReadOnlyList<MailRecipient> recipients)
    {
        var first = recipients is [{ Substitutions: NamedValues { Shared: var shared } }, ..] ? shared : null;
        return first is not null && recipients.All(one => (one.Substitutions as NamedValues)?.Shared == first)
            ? first
            : new SharedNames([.. recipients.SelectMany(one => one.Substitutions.Keys).Distinct()]);
    }

    /// <summary>-1 where there is no such name.</summary>
    public int PlaceOf(string name)
    {
        _places ??= names.Select((one, i) => KeyValuePair.Create(one, i)).ToDictionary(StringComparer.Ordinal);
        return _places.GetValueOrDefault(name, -1);
    }

    /// <summary>A recipient's values in the names' order; <c>null</c> where it has none of that name.</summary>
    public MailValue?[] ValuesOf(IReadOnlyDictionary<string, string> named)
    {
        if (named is NamedValues values && values.Shared == this)
        {
            return values.InOrder;
        }
        return [.. names.Select(name => named.TryGetValue(name, out var value) ? new MailValue(value) : null)];
    }
}
