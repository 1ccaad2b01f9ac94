namespace Advocacy.Programme;

/// <summary>How the weekly digest looks. All three are one source and say the same.</summary>
public enum MailLook
{
    /// <summary>A card for each story, with its picture across the whole width.</summary>
    Magazine,

    /// <summary>One sheet of paper in a book face, as a letter from somebody.</summary>
    Letter,

    /// <summary>One sheet with small pictures, to be gone through in a minute.</summary>
    Compact,
}
