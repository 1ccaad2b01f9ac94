namespace Advocacy.Programme;

/// <summary>Words of the company in the languages that pages exist in. Plain text; an empty line separates paragraphs.</summary>
public sealed record LocalText(string Da, string En)
{
    /// <param name="language">ISO 639-1; any but Danish is given the English words.</param>
    public string In(string language) => language == "da" ? Da : En;
}
