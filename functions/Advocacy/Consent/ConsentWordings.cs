using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Consent;

/// <summary>The words that a consent was asked with.</summary>
/// <param name="Version">For example <c>2026-1</c>: the first of that year.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="Text">Plain text, lines ended by <c>\n</c>: the first says yes in the employee's words, then paragraphs under headings.</param>
/// <param name="Hash">SHA-256 of <paramref name="Text"/> in UTF-8, lower-case hexadecimal.</param>
public sealed record ConsentWording(ConsentPurpose Purpose, string Version, string Language, string Text, string Hash);

/// <summary>
/// Every wording that consent was ever asked with. The texts lie beside this file, in <c>Wordings/VERSION/PURPOSE.LANGUAGE.txt</c>. A released
/// text never changes, because consents on record carry its hash: new words are a new folder and a new <see cref="CurrentVersion"/>.
/// </summary>
public sealed class ConsentWordings
{
    /// <summary>The version that people are asked with now.</summary>
    public const string CurrentVersion = "2026-1";

    private const string Prefix = "wordings/";
    private readonly Dictionary<(string Version, ConsentPurpose Purpose, string Language), ConsentWording> _wordings;

    public ConsentWordings()
    {
        _wordings = Load().ToDictionary(w => (w.Version, w.Purpose, w.Language));
    }

    public IReadOnlyCollection<ConsentWording> All => _wordings.Values;

    /// <summary>All versions, oldest first.</summary>
    public IReadOnlyList<string> Versions => [.. All.Select(w => w.Version).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The words to ask with now; in English where there are none in <paramref name="language"/>.</summary>
    public ConsentWording Current(ConsentPurpose purpose, string language) =>
        Find(CurrentVersion, purpose, language) ?? _wordings[(CurrentVersion, purpose, "en")];

    /// <summary>The words of a version, or <c>null</c> where there never were such.</summary>
    public ConsentWording? Find(string version, ConsentPurpose purpose, string language) =>
        _wordings.GetValueOrDefault((version, purpose, language));

    private static IEnumerable<ConsentWording> Load()
    {
        var assembly = typeof(ConsentWordings).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var path = resource.Replace('\\', '/');
            if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }
            // wordings/2026-1/DigestEmail.da.txt
            var parts = path[Prefix.Length..].Split('/', '.');
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            // A checkout may end lines its own way; the hash must not depend on it.
            var text = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            yield return new ConsentWording(Enum.Parse<ConsentPurpose>(parts[1]), parts[0], parts[2], text, hash);
        }
    }
}
