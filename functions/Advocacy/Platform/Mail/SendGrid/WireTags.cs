using System.Text;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// The batch's tags under names of their own. SendGrid does not say in which order it replaces tags, nor whether it looks for tags in
/// what it has put in; so the texts are cut by our rules (<see cref="TaggedText"/>) and put together again with tags that cannot overlap,
/// and whose random name stands in no value. Tags that everybody has the same value for are one tag: a link is mostly the same in HTML
/// and text, and what is substituted is limited.
/// </summary>
internal sealed class WireTags
{
    private readonly List<(string Tag, string Name)> _names = [];
    private readonly Dictionary<string, string> _nameOf = [];
    private readonly string _salt = Ids.New()[..12];

    /// <param name="texts">What may hold tags: those that stand in none are not sent.</param>
    public WireTags(IEnumerable<TaggedText> texts, IReadOnlyList<MailRecipient> recipients)
    {
        foreach (var tag in texts.SelectMany(text => text.Pieces).Where(p => p.IsTag).Select(p => p.Text).Distinct())
        {
            var same = _names.Find(known => recipients.All(one => Value(one, known.Tag) == Value(one, tag)));
            var name = same.Name ?? $"-{_salt}x{_names.Count}-";
            _nameOf[tag] = name;
            if (same.Name is null)
            {
                _names.Add((tag, name));
            }
        }
    }

    /// <summary>The same text with the tags' names of the wire.</summary>
    /// <param name="written">Values by names of the wire that are written out instead.</param>
    public string Rename(TaggedText text, IReadOnlyDictionary<string, string> written)
    {
        var renamed = new StringBuilder();
        foreach (var (piece, isTag) in text.Pieces)
        {
            renamed.Append(isTag ? written.GetValueOrDefault(_nameOf[piece], _nameOf[piece]) : piece);
        }
        return renamed.ToString();
    }

    /// <summary>A recipient's values by names of the wire. A tag without a value stands for itself: the reader sees it as it was.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values(MailRecipient recipient) =>
        _names.Select(one => KeyValuePair.Create(one.Name, Value(recipient, one.Tag)));

    private static string Value(MailRecipient recipient, string tag) =>
        recipient.Substitutions.GetValueOrDefault(tag, tag);
}
