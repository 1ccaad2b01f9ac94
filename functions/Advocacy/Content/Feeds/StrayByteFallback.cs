using System.Text;

namespace Advocacy.Content.Feeds;

/// <summary>Bytes that are not UTF-8 become the characters that they are in windows-1252.</summary>
internal sealed class StrayByteFallback(FeedWarnings? warnings) : DecoderFallback
{
    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters(warnings);

    private sealed class Characters(FeedWarnings? warnings) : DecoderFallbackBuffer
    {
        private string _pending = "";
        private int _next;

        public override int Remaining => _pending.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            warnings?.AddOnce(0, "some bytes are not UTF-8; they were read as windows-1252");
            _pending = Windows1252.GetString(bytesUnknown);
            _next = 0;
            return _pending.Length > 0;
        }

        public override char GetNextChar() => _next < _pending.Length ? _pending[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset() => (_pending, _next) = ("", 0);
    }
}
