namespace Advocacy.Platform.Mail.Templates;

/// <summary>
/// The substitution tags of one rendering, for what differs per reader: one for the HTML and one for the text part.
/// </summary>
/// <param name="salt">Letters and digits that no text of the rendering can hold: a hash of it, or random.</param>
internal sealed class SubstitutionTags(string salt)
{
    public string Html(string name) => $"-{name}H{salt}-";

    public string Text(string name) => $"-{name}T{salt}-";

    /// <summary>What both tags of a name stand for with one reader.</summary>
    public void Add(IDictionary<string, string> values, string name, string value)
    {
        values[Html(name)] = Markup.Encode(value);
        values[Text(name)] = value;
    }
}
