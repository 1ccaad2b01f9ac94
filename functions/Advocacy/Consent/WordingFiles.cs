using System.Security.Cryptography;
using System.Text;

namespace Advocacy.Consent;

/// <summary>Reads wordings from their files.</summary>
internal static class WordingFiles
{
    private const string Prefix = "wordings/";
    private const string Manifest = "revisions";

    public static IEnumerable<ConsentWording> OfThisProgram()
    {
        var assembly = typeof(WordingFiles).Assembly;
        var files = new Dictionary<string, string>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var path = resource.Replace('\\', '/');
            if (path.StartsWith(Prefix, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                files[path[Prefix.Length..]] = reader.ReadToEnd();
            }
        }
        return Read(files);
    }

    public static IEnumerable<ConsentWording> Read(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, content) in files)
        {
            // 2026-1/DigestEmail.da.txt
            if (path.Split('/', '.') is not [var version, var name, var language, "txt"])
            {
                continue;
            }
            var purpose = Enum.Parse<ConsentPurpose>(name);
            // A checkout may end lines its own way; the hash must not depend on it.
            var text = content.ReplaceLineEndings("\n").TrimEnd('\n');
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            var revision = Revision(files.GetValueOrDefault($"{version}/{Manifest}.txt"), name);
            yield return new ConsentWording(purpose, version, language, text, hash, revision);
        }
    }

    /// <summary>The number after the purpose's name; 0 where there is none.</summary>
    private static int Revision(string? manifest, string purpose) =>
        (manifest ?? "")
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(parts => parts is [var name, _] && name == purpose)
            .Select(parts => int.TryParse(parts[1], out var number) ? number : 0)
            .FirstOrDefault();
}
