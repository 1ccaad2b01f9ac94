namespace Advocacy.Content.Feeds.Markup;

/// <summary>What holds inside an element and below it: namespace declarations and xml:base.</summary>
internal sealed class MarkupScopes(Uri? document)
{
    private const int Most = 200;

    private readonly List<(int Depth, string Prefix, string Uri, FeedNamespace Namespace)> _namespaces = [];
    private readonly List<(int Depth, Uri? Base)> _bases = [];
    private int _defaults;

    /// <summary>Takes in what a start tag declares.</summary>
    public void Enter(int depth, MarkupAttributes attributes)
    {
        while (attributes.Next() && _namespaces.Count + _bases.Count < Most)
        {
            var name = attributes.Name;
            if (name.Equals("xml:base", StringComparison.OrdinalIgnoreCase))
            {
                _bases.Add(
                    (depth, FeedLinks.Combine(Base ?? document, MarkupText.Decode(attributes.Raw).Trim()) ?? Base)
                );
            }
            else if (
                name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) && (name.Length == 5 || name[5] == ':')
            )
            {
                var prefix = name.Length == 5 ? "" : name[6..].ToString().ToLowerInvariant();
                var uri = MarkupText.Decode(attributes.Raw);
                var known = FeedNamespaces.OfUri(uri) ?? FeedNamespaces.OfPrefix(prefix);
                _namespaces.Add((depth, prefix, uri, known));
                _defaults += prefix.Length == 0 ? 1 : 0;
            }
        }
    }

    /// <summary>Forgets what was declared at this depth and below.</summary>
    public void Leave(int depth)
    {
        while (_namespaces.Count > 0 && _namespaces[^1].Depth >= depth)
        {
            _defaults -= _namespaces[^1].Prefix.Length == 0 ? 1 : 0;
            _namespaces.RemoveAt(_namespaces.Count - 1);
        }

        while (_bases.Count > 0 && _bases[^1].Depth >= depth)
        {
            _bases.RemoveAt(_bases.Count - 1);
        }
    }

    /// <param name="prefix">In lower case; empty for none.</param>
    /// <param name="uri">As declared; <c>null</c> where it is not.</param>
    public FeedNamespace Find(string prefix, out string? uri)
    {
        uri = null;
        if (prefix.Length == 0 && _defaults == 0)
        {
            return FeedNamespace.Core;
        }

        for (var i = _namespaces.Count - 1; i >= 0; i--)
        {
            if (prefix == _namespaces[i].Prefix)
            {
                uri = _namespaces[i].Uri;
                return _namespaces[i].Namespace;
            }
        }

        return FeedNamespaces.OfPrefix(prefix);
    }

    /// <summary>The address that relative links are relative to here; <c>null</c> where nobody said one.</summary>
    public Uri? Base => _bases.Count == 0 ? null : _bases[^1].Base;
}
