using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>Names of authors, which feeds mix with addresses.</summary>
internal static class Person
{
    /// <summary>Of the element that has just started: its name element, else its text.</summary>
    public static string? Read(MarkupReader reader, FieldText text)
    {
        if (text.TryReadLine(out var line))
        {
            return NameOf(line);
        }

        var depth = reader.Depth;
        string? name = null;
        string? other = null;
        string? written = null;
        while (reader.Read() && (reader.Kind != MarkupKind.End || reader.Depth != depth))
        {
            switch (reader.Kind)
            {
                case MarkupKind.Start when reader.LocalName is "name":
                    name ??= TextLine.Of(text.Read());
                    break;
                case MarkupKind.Start when reader.LocalName is "email":
                    other ??= TextLine.Of(text.Read());
                    break;
                case MarkupKind.Start when reader.LocalName is "person" or "agent" or "description":
                    break;
                case MarkupKind.Start when reader.LocalName is "item" or "entry":
                    reader.StartAgainAt(depth);
                    return null;
                case MarkupKind.Start when IsMarkup(reader):
                    break;
                case MarkupKind.Start:
                    reader.Skip();
                    break;
                case MarkupKind.Text
                or MarkupKind.Literal when !reader.Raw.IsWhiteSpace() && !(written?.Length > 1_000):
                    written = $"{written} {reader.Raw}";
                    break;
            }
        }

        return name ?? other ?? NameOf(TextLine.Of(written));
    }

    /// <summary>HTML that someone put around the name.</summary>
    private static bool IsMarkup(MarkupReader reader) =>
        reader.Namespace == FeedNamespace.Xhtml
        || reader.LocalName is "p" or "b" or "i" or "em" or "strong" or "span" or "a" or "div";

    /// <summary>"a@b.example (Ann Berg)", "Ann Berg (a@b.example)" and "Ann Berg &lt;a@b.example&gt;" are Ann Berg.</summary>
    public static string? NameOf(string? author)
    {
        if (author is null)
        {
            return null;
        }

        var at = author.IndexOf('@', StringComparison.Ordinal);
        var open = author.IndexOf('(', StringComparison.Ordinal);
        if (at > 0 && open > 0 && author[^1] == ')' && author.Length - open > 2)
        {
            return (open > at ? author[(open + 1)..^1] : author[..open]).Trim();
        }

        open = author.IndexOf('<', StringComparison.Ordinal);
        return at > open && open > 1 && author[^1] == '>' ? author[..open].Trim(' ', '"') : author;
    }
}
