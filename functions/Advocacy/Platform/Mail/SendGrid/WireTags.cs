using System.Text;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// The batch's tags under names of their own. SendGrid does not say in which order it replaces tags, nor whether it looks for tags in
/// what it has put in; so the texts are cut by our rules (<see cref="TaggedText"/>) and put together again with tags that cannot overlap,
/// and whose random name stands in no value. Tags that everybody has the same value for are one tag: a link is mostly the same in HTML
/// and text, and what is substituted is limited. (Section tags, which would name a value that several share once, SendGrid has removed.)
/// </summary>
internal sealed class WireTags
{
    private const int Unused = -1;

    private readonly SharedNames _tags;
    private readonly List<string> _names = [];

    // One of the tags that go by a name of the wire, and the name of each tag.
    private readonly List<int> _tagOf = [];
    private readonly int[] _nameOf;

    /// <param name="blocks">What may hold tags: those that stand in none are not sent.</param>
    public WireTags(IEnumerable<PlacedBlock> blocks, SharedNames tags, IReadOnlyList<MailRecipient> recipients)
    {
        _tags = tags;
        _nameOf = new int[tags.Names.Count];
        Array.Fill(_nameOf, Unused);
        var salt = Ids.New()[..12];
        var everybody = recipients.Select(one => tags.ValuesOf(one.Substitutions)).ToList();
        foreach (var (block, first) in blocks)
        {
            foreach (var (_, place) in block.Pieces)
            {
                if (place >= 0 && _nameOf[first + place] == Unused)
                {
                    Name(first + place, everybody, salt);
                }
            }
        }
        BytesOfNames = _names.Sum(Encoding.UTF8.GetByteCount);
    }

    /// <summary>Of the wire.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>In UTF-8.</summary>
    public int BytesOfNames { get; }

    /// <summary>The place among the names of the wire.</summary>
    public int NameOf(int tag) => _nameOf[tag];

    /// <summary>A recipient's values by names of the wire. A tag without a value stands for itself: the reader sees it as it was.</summary>
    public MailValue[] Values(MailRecipient recipient)
    {
        var all = _tags.ValuesOf(recipient.Substitutions);
        var values = new MailValue[_names.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = all[_tagOf[i]] ?? new MailValue(_tags.Names[_tagOf[i]]);
        }
        return values;
    }

    private void Name(int tag, List<MailValue?[]> everybody, string salt)
    {
        var same = _tagOf.FindIndex(known => everybody.TrueForAll(values => IsSame(values[known], values[tag])));
        if (same < 0)
        {
            same = _names.Count;
            _names.Add($"-{salt}x{_names.Count}-");
            _tagOf.Add(tag);
        }
        _nameOf[tag] = same;
    }

    // Without a value each tag stands for itself.
    private static bool IsSame(MailValue? one, MailValue? other) =>
        one is not null && other is not null && (ReferenceEquals(one, other) || one.Text == other.Text);
}
