using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>
/// What the looks put into the frame that they share (<c>Digest.mjml</c>); their stories differ in more than values and have a part
/// each (<c>_magazine.mjml</c>, <c>_letter.mjml</c>, <c>_compact.mjml</c>). Lengths and colours as CSS writes them.
/// </summary>
internal sealed record LookStyle
{
    private const string Plain = "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

    private static readonly LookStyle Magazine = new()
    {
        Page = "#f3f1ec",
        Sheet = "#f3f1ec",
        SheetOnDark = "#121518",
        SheetPadding = "0 12px",
        HeadPadding = "32px 0 26px",
        SidePadding = "0 4px",
        TitleFont = Plain,
        TitleSize = "32px",
        TitleGap = "14px",
        IntroSize = "17px",
        Corner = "10px",
        PictureCorner = "16px 16px 0 0",
        PictureHeight = "320px",
        Note = "#ffffff",
        WordsOnDark = "#272d32",
        NoteOnDark = "#1d2226",
        NotesPadding = "0",
        NotePadding = "0 0 20px",
        FootPadding = "14px 0 40px",
    };

    private static readonly LookStyle Letter = new()
    {
        Page = "#efece4",
        Sheet = "#ffffff",
        SheetOnDark = "#1d2226",
        SheetPadding = "0",
        HeadPadding = "44px 0 32px",
        SidePadding = "0 36px",
        TitleFont = "Georgia, 'Times New Roman', serif",
        TitleSize = "34px",
        TitleGap = "20px",
        IntroSize = "17px",
        Corner = "4px",
        PictureCorner = "4px",
        PictureHeight = "300px",
        Note = "#f5f3ee",
        WordsOnDark = "#1d2226",
        NoteOnDark = "#121518",
        NotesPadding = "0 0 12px",
        NotePadding = "0 36px 20px",
        FootPadding = "0 0 44px",
        FootRule = true,
    };

    private static readonly LookStyle Compact = new()
    {
        Page = "#e9edf0",
        Sheet = "#ffffff",
        SheetOnDark = "#1d2226",
        SheetPadding = "0",
        HeadPadding = "22px 0 18px",
        SidePadding = "0 28px",
        TitleFont = Plain,
        TitleSize = "22px",
        TitleGap = "4px",
        IntroSize = "15px",
        Corner = "8px",
        PictureCorner = "8px",
        PictureHeight = "96px",
        Note = "#f3f5f6",
        WordsOnDark = "#272d32",
        NoteOnDark = "#121518",
        NotesPadding = "0 0 8px",
        NotePadding = "0 28px 12px",
        FootPadding = "12px 0 28px",
    };

    public static LookStyle Of(MailLook look) =>
        look switch
        {
            MailLook.Letter => Letter,
            MailLook.Compact => Compact,
            _ => Magazine,
        };

    public required string Page { get; init; }

    /// <summary>What the stories stand on, where they have no card of their own.</summary>
    public required string Sheet { get; init; }

    public required string SheetOnDark { get; init; }
    public required string SheetPadding { get; init; }
    public required string HeadPadding { get; init; }
    public required string SidePadding { get; init; }
    public required string TitleFont { get; init; }
    public required string TitleSize { get; init; }
    public required string TitleGap { get; init; }
    public required string IntroSize { get; init; }
    public required string Corner { get; init; }
    public required string PictureCorner { get; init; }
    public required string PictureHeight { get; init; }

    /// <summary>The ground of the notes behind the stories.</summary>
    public required string Note { get; init; }

    /// <summary>The ground of the ready texts.</summary>
    public required string WordsOnDark { get; init; }

    /// <summary>The company's colour is readable on it.</summary>
    public required string NoteOnDark { get; init; }

    public required string NotesPadding { get; init; }
    public required string NotePadding { get; init; }
    public required string FootPadding { get; init; }

    /// <summary>A rule above the foot.</summary>
    public bool FootRule { get; init; }
}
