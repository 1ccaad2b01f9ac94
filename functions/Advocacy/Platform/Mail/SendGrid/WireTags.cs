using System.Text;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// The batch's tags under names of their own for one request. SendGrid does not say in which order it replaces tags, nor whether it
/// looks for tags in what it has put in; so the texts are cut by our rules (<see cref="TaggedText"/>) and put together again with tags
/// that cannot overlap, and whose random name stands in no value.
/// </summary>
internal sealed class WireTags
{
    private readonly Dictionary<string, string> _names = [];
    private readonly string _salt = Ids.New()[..12];

    /// <summary>The same text with the tags' names of the wire.</summary>
    public string Rename(TaggedText text)
    {
        var renamed = new StringBuilder();
        foreach (var (piece, isTag) in text.Pieces)
        {
            renamed.Append(isTag ? NameOf(piece) : piece);
        }
        return renamed.ToString();
    }

    /// <summary>The values for the tags that were met so far. A tag without a value stands for itself: the reader sees it as it was.</summary>
    public Dictionary<string, string> Values(IReadOnlyDictionary<string, string> values) =>
        _names.ToDictionary(tag => tag.Value, tag => values.GetValueOrDefault(tag.Key, tag.Key));

    private string NameOf(string tag)
    {
        if (!_names.TryGetValue(tag, out var name))
        {
            name = $"-{_salt}x{_names.Count}-";
            _names[tag] = name;
        }
        return name;
    }
}
