namespace Advocacy.Content.Feeds;

/// <summary>Collects what was wrong with a feed; a feed that is wrong everywhere does not fill the memory with it.</summary>
internal sealed class FeedWarnings
{
    public const int Most = 50;

    private readonly List<FeedWarning> _list = [];
    private readonly HashSet<string> _said = [];

    /// <summary>"7 entries were read".</summary>
    public static string Read(int entries) => entries == 1 ? "1 entry was read" : $"{entries} entries were read";

    public IReadOnlyList<FeedWarning> All => _list;

    public void Add(int line, string message)
    {
        if (_list.Count < Most)
        {
            _list.Add(new FeedWarning(line, line > 0 ? $"line {line}: {message}" : message));
        }
        else if (_list.Count == Most)
        {
            _list.Add(new FeedWarning(0, "more warnings were left out"));
        }
    }

    /// <summary>For defects that a feed tends to repeat in every entry: said at the first place only.</summary>
    public void AddOnce(int line, string message)
    {
        if (_said.Count < Most && _said.Add(message))
        {
            Add(line, message);
        }
    }

    /// <summary>Says this even when the list is full: for what ended the reading.</summary>
    public void AddLast(int line, string message) =>
        _list.Add(new FeedWarning(line, line > 0 ? $"line {line}: {message}" : message));
}
