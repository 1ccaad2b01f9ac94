namespace Advocacy.Content.Feeds.Markup;

internal sealed partial class MarkupReader
{
    private void SkipTo(string end)
    {
        while (true)
        {
            var unread = _buffer.Unread;
            var found = unread.IndexOf(end);
            if (found >= 0)
            {
                _buffer.Advance(found + end.Length);
                return;
            }

            _buffer.Advance(Math.Max(0, unread.Length - end.Length + 1));
            if (!_buffer.Fill())
            {
                Break("the file ends in a comment");
                return;
            }
        }
    }

    /// <summary>Passes over a document type or whatever else begins with an exclamation mark.</summary>
    private void SkipDeclaration()
    {
        int length;
        while (
            (length = _mistrustsQuotes ? _buffer.Unread.IndexOf('>') + 1 : MarkupDeclaration.Length(_buffer.Unread))
            <= 0
        )
        {
            if (_buffer.Fill())
            {
                continue;
            }

            if (_mistrustsQuotes || _buffer.Unread.Length >= FeedLimits.TokenLength)
            {
                Break("a declaration does not end");
                return;
            }

            _mistrustsQuotes = true;
        }

        if (_buffer.Unread[..length].Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
        {
            warnings.AddOnce(
                _buffer.LineAt(_buffer.Position),
                "the document type defines entities; it was passed over, and none of them is expanded"
            );
        }

        _buffer.Advance(length);
    }
}
