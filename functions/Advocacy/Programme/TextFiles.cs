using System.Text;

namespace Advocacy.Programme;

/// <summary>One titled text of a file.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">Plain text; an empty line separates paragraphs.</param>
public sealed record TitledText(string Title, string Text);

/// <summary>The texts that this program brings along, from the files that lie beside the code.</summary>
internal static class TextFiles
{
    private const string Prefix = "programme/";

    /// <param name="name">Path below <c>Programme/</c>, without language and ending, for example <c>Texts/Why</c>.</param>
    /// <param name="language"><c>da</c> or <c>en</c>.</param>
    public static string Read(string name, string language)
    {
        var assembly = typeof(TextFiles).Assembly;
        var resource =
            assembly
                .GetManifestResourceNames()
                // A build on Windows names the folders its own way.
                .FirstOrDefault(one => one.Replace('\\', '/') == $"{Prefix}{name}.{language}.md")
            ?? throw new InvalidOperationException($"There is no text {name} in '{language}'.");
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }

    /// <summary>A file whose titles are the lines that begin with <c># </c>.</summary>
    /// <inheritdoc cref="Read"/>
    public static IReadOnlyList<TitledText> Titled(string name, string language) =>
        [
            .. $"\n{Read(name, language)}"
                .Split("\n# ", StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('\n', 2))
                .Select(part => new TitledText(part[0].Trim(), part[^1].Trim())),
        ];
}
