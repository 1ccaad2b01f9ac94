namespace Advocacy.Sharing;

/// <summary>One post as it is written in one channel.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Title">Of a forum post, or a mail's subject; <c>null</c> where the channel has neither.</param>
/// <param name="Text">With its disclosure, within what the channel takes.</param>
/// <param name="Url">What is shared: marked for this channel.</param>
/// <param name="Href">Opens the channel with what it accepts of this.</param>
/// <param name="Fill"><paramref name="Href"/> with <see cref="ShareAddress.LaterText"/> for the text; <c>null</c> where it takes none.</param>
/// <param name="Shortened">True where the text had to be cut.</param>
public sealed record ShareForm(
    ShareChannel Channel,
    string? Title,
    string Text,
    string Url,
    string Href,
    string? Fill,
    bool Shortened
);
