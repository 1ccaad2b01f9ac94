namespace Advocacy.Content;

/// <summary>The words of ours that a derived text may have, in one language; none in a language that nobody here has read.</summary>
internal sealed class DerivedWords
{
    private static readonly DerivedWords s_danish = new()
    {
        Open = '»',
        Close = '«',
        WorthReading = "Værd at læse:",
        Ask = "Hvad tænker du om det her?",
        AskAll = "Hvad tænker du?",
        Number = "Et tal at hæfte sig ved:",
        InTitle = "Læg mærke til tallet:",
        Leads = ["Værd at bide mærke i:", "Og så er der det her:"],
    };

    private static readonly DerivedWords s_english = new()
    {
        Open = '“',
        Close = '”',
        WorthReading = "Worth a read:",
        Ask = "What do you make of this?",
        AskAll = "What do you think?",
        Number = "A number worth a second look:",
        InTitle = "Note the number:",
        Leads = ["Worth noticing:", "And then there is this:"],
    };

    private static readonly DerivedWords s_german = new() { Open = '„', Close = '“' };
    private static readonly DerivedWords s_other = new() { Open = '“', Close = '”' };

    private DerivedWords() { }

    /// <summary>Before a title.</summary>
    public string? WorthReading { get; private init; }

    /// <summary>A question before a title.</summary>
    public string? Ask { get; private init; }

    /// <summary>A question at the end of a long text.</summary>
    public string? AskAll { get; private init; }

    /// <summary>Before a quotation with a number in it.</summary>
    public string? Number { get; private init; }

    /// <summary>Before a title with a number in it.</summary>
    public string? InTitle { get; private init; }

    /// <summary>Before further quotations, one each.</summary>
    public IReadOnlyList<string?> Leads { get; private init; } = [null, null];

    private char Open { get; init; }
    private char Close { get; init; }

    public static DerivedWords For(string language) =>
        language switch
        {
            "da" => s_danish,
            "en" => s_english,
            "de" => s_german,
            _ => s_other,
        };

    /// <summary>Marks of its own inside become single ones: else the quotation seems to end there.</summary>
    public string Quote(string sentence) => $"{Open}{sentence.Replace(Open, '\'').Replace(Close, '\'')}{Close}";

    public static string Led(string? lead, string words) => lead is null ? words : $"{lead} {words}";
}
