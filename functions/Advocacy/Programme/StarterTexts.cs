namespace Advocacy.Programme;

/// <summary>What each step of the programme begins with, written for this project; the company changes it as it likes.</summary>
internal static class StarterTexts
{
    public static LocalText Why(string company) => Text("Texts/Why", company);

    public static LocalText Guidelines(string company) => Text("Texts/Guidelines", company);

    public static LocalText Examples(string company) => Text("Texts/Examples", company);

    /// <summary>What personal branding is worth to the employee.</summary>
    public static IReadOnlyList<TitledText> Branding(string language) => TextFiles.Titled("Texts/Branding", language);

    /// <summary>A challenge: its title and its text.</summary>
    public static (LocalText Title, LocalText Text) Challenge()
    {
        var (da, en) = (TextFiles.Titled("Texts/Challenge", "da")[0], TextFiles.Titled("Texts/Challenge", "en")[0]);
        return (new LocalText(da.Title, en.Title), new LocalText(da.Text, en.Text));
    }

    /// <summary>A pulse question and its answers.</summary>
    public static (LocalText Question, IReadOnlyList<LocalText> Answers) Pulse()
    {
        var (da, en) = (TextFiles.Titled("Texts/Pulse", "da")[0], TextFiles.Titled("Texts/Pulse", "en")[0]);
        return (
            new LocalText(da.Title, en.Title),
            [.. da.Text.Split('\n').Zip(en.Text.Split('\n'), (d, e) => new LocalText(d, e))]
        );
    }

    private static LocalText Text(string name, string company) => new(Of(name, "da", company), Of(name, "en", company));

    private static string Of(string name, string language, string company) =>
        TextFiles.Read(name, language).Replace("{company}", company, StringComparison.Ordinal);
}
