namespace Advocacy.Sharing;

/// <summary>What people do there: each kind of place has a form of its own.</summary>
public enum ShareKind
{
    /// <summary>A post with a card.</summary>
    Social,

    /// <summary>A message.</summary>
    Chat,

    /// <summary>A post with a title.</summary>
    Forum,

    /// <summary>A letter with a subject.</summary>
    Mail,
}

/// <summary>What a channel does with the text that a share link carries.</summary>
public enum ShareTextHandling
{
    /// <summary>It takes the URL only: the text must be copied first and pasted there.</summary>
    CopyFirst,

    /// <summary>It takes the URL and a title; the text must be copied.</summary>
    TitleOnly,

    /// <summary>It opens with the text in place.</summary>
    Prefilled,
}

/// <summary>One place where a post can be shared.</summary>
/// <param name="Key">As EngagementEvent and ShareText name it: up to 20 small letters, because short links carry it.</param>
/// <param name="Name">As people know it, for example <c>LinkedIn</c>.</param>
/// <param name="Kind">What is written there.</param>
/// <param name="Text">What becomes of the text.</param>
/// <param name="ToSomebody">True where the button opens a message to a person whom the writer picks.</param>
public sealed record ShareChannel(
    string Key,
    string Name,
    ShareKind Kind,
    ShareTextHandling Text,
    bool ToSomebody = false
);
