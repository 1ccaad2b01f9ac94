using Advocacy.Content.Feeds.Dates;

namespace Advocacy.Content.Feeds;

/// <summary>
/// An entry while it is being read. The same thing may be said several times in several vocabularies: every saying has a
/// rank, 0 being the best, and of equals the first stands.
/// </summary>
internal sealed class EntryDraft(FeedWarnings warnings)
{
    private readonly List<string> _categories = [];
    private Said<string> _title;
    private Said<string> _link;
    private Said<string> _summary;
    private Said<string> _author;
    private Said<string> _image;
    private Said<DateTimeOffset> _published;
    private int _imageWidth;

    public int Line { get; private set; }

    /// <summary>Characters of all entries so far.</summary>
    public long TotalLength { get; private set; }

    public string? Id { get; set; }

    /// <summary>For a feed without a version that says what it is: enough to be shared.</summary>
    public bool IsShareable => _link.Is && (_title.Is || _summary.Is);

    public void Begin(int line)
    {
        (Line, Id, _imageWidth) = (line, null, 0);
        _categories.Clear();
        (_title, _link, _summary, _author, _image, _published) = (default, default, default, default, default, default);
    }

    public void Title(int rank, string? plainText) => _title.Say(rank, plainText);

    public void Link(int rank, string? link) => _link.Say(rank, link);

    /// <summary>Whether a summary of that rank would stand: if not, it need not be read.</summary>
    public bool WantsSummary(int rank) => _summary.Wants(rank);

    public void Summary(int rank, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && _summary.Wants(rank))
        {
            _summary.Say(rank, text.ToString());
        }
    }

    /// <summary>Several authors of one rank are named together.</summary>
    public void Author(int rank, string? name)
    {
        if (name is null || (_author.Is && _author.Rank == rank && _author.Value!.Length > 1_000))
        {
            return;
        }

        var joined =
            _author.Is && _author.Rank == rank && !_author.Value!.Contains(name, StringComparison.Ordinal)
                ? $"{_author.Value}, {name}"
                : null;
        if (joined is null)
        {
            _author.Say(rank, name);
        }
        else
        {
            _author = default;
            _author.Say(rank, joined);
        }
    }

    /// <summary>Of pictures of one rank the widest stands.</summary>
    public void Image(int rank, string? link, int width = 0)
    {
        if (link is null)
        {
            return;
        }

        // Blogs put the writer's portrait in front of the article's pictures.
        rank += link.Contains("gravatar.com/", StringComparison.Ordinal) ? 10 : 0;
        if (_image.Is && _image.Rank == rank && width > _imageWidth)
        {
            _image = default;
        }

        if (_image.Wants(rank))
        {
            _image.Say(rank, link);
            _imageWidth = width;
        }
    }

    public void Category(string? name)
    {
        if (name is not null && _categories.Count < FeedLimits.Categories && !_categories.Contains(name))
        {
            _categories.Add(name);
        }
    }

    public void Published(int rank, ReadOnlySpan<char> text, int line)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return;
        }

        if (FeedDates.TryParse(text, out var date))
        {
            _published.Say(rank, date);
        }
        else
        {
            warnings.Add(line, $"the date \"{text[..Math.Min(text.Length, 60)]}\" cannot be read");
        }
    }

    public FeedEntry ToEntry()
    {
        foreach (
            var text in (ReadOnlySpan<string?>)
                [Id, _title.Value, _link.Value, _author.Value, _summary.Value, _image.Value]
        )
        {
            TotalLength += text?.Length ?? 0;
        }

        foreach (var category in _categories)
        {
            TotalLength += category.Length;
        }

        return new FeedEntry
        {
            Id = Id,
            Title = _title.Value,
            Link = _link.Value,
            Published = _published.Is ? _published.Value : null,
            Author = _author.Value,
            Summary = _summary.Value,
            Image = _image.Value,
            Categories = _categories.Count == 0 ? [] : [.. _categories],
            Line = Line,
        };
    }

    private struct Said<T>
    {
        public T? Value { get; private set; }

        public bool Is { get; private set; }

        public int Rank { get; private set; }

        public readonly bool Wants(int rank) => !Is || rank < Rank;

        public void Say(int rank, T? value)
        {
            if (value is not null && Wants(rank))
            {
                (Value, Rank, Is) = (value, rank, true);
            }
        }
    }
}
