using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>
/// What an analyser measured of one text, kept so that the same text is not analysed twice: not in another post, not after an edit of the
/// texts around it. In the <c>posts</c> container; its id says the text and the analyser's version and nothing else.
/// </summary>
public sealed record RememberedTone : Document
{
    public override string PartitionKey => Id;

    public required ToneReading Reading { get; init; }

    /// <param name="analyzer">Its version.</param>
    /// <param name="text">As it is read.</param>
    public static string IdOf(string analyzer, ToneText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ids.Of("tone", analyzer, text.Language, text.Text);
    }
}
