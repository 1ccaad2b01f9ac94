namespace Advocacy.Tone;

/// <summary>One text of a post, as the rules look at it and the desk marks it.</summary>
/// <param name="Field"><see cref="Title"/>, <see cref="Summary"/> or the id of a share text.</param>
/// <param name="Text">Plain text; never empty.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record TonePart(string Field, string Text, string Language)
{
    public const string Title = "title";
    public const string Summary = "summary";
}
