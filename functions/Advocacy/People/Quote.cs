namespace Advocacy.People;

/// <summary>A piece of somebody's file as it may stand in a message on a console.</summary>
internal static class Quote
{
    private const int Longest = 60;

    /// <summary>At most 60 characters, without control characters (they could steer a terminal).</summary>
    public static string Of(string text)
    {
        var printable = string.Create(
            Math.Min(text.Length, Longest),
            text,
            (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            }
        );
        return text.Length > Longest ? printable + "…" : printable;
    }
}
