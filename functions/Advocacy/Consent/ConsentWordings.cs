namespace Advocacy.Consent;

/// <summary>The words that a consent was asked with.</summary>
/// <param name="Version">For example <c>2026-1</c>: the first of that year.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="Text">Plain text, lines ended by <c>\n</c>: the first says yes in the employee's words, then paragraphs under headings.</param>
/// <param name="Hash">SHA-256 of <paramref name="Text"/> in UTF-8, lower-case hexadecimal.</param>
/// <param name="Revision">Of what the purpose means: the same number as in the version before where only the words changed.</param>
public sealed record ConsentWording(
    ConsentPurpose Purpose,
    string Version,
    string Language,
    string Text,
    string Hash,
    int Revision
);

/// <summary>
/// Every wording that consent was ever asked with. The texts lie beside this file, in <c>Wordings/VERSION/PURPOSE.LANGUAGE.txt</c>, and
/// <c>Wordings/VERSION/revisions.txt</c> says of each purpose which revision of its meaning they describe. A released text never changes,
/// because consents on record carry its hash: new words are a new folder and a new <see cref="CurrentVersion"/>. Where the new
/// words ask for something new, the purpose's revision goes up by one, and everyone is asked again; else consents stay as they are.
/// </summary>
public sealed class ConsentWordings
{
    /// <summary>The version that people are asked with now.</summary>
    public const string CurrentVersion = "2026-2";

    /// <summary>Those of this program; what a consent is judged by wherever nobody says otherwise.</summary>
    public static readonly ConsentWordings Released = new();

    private readonly Dictionary<(string Version, ConsentPurpose Purpose, string Language), ConsentWording> _wordings;
    private readonly string _current;

    public ConsentWordings()
        : this(WordingFiles.OfThisProgram(), CurrentVersion) { }

    private ConsentWordings(IEnumerable<ConsentWording> wordings, string current)
    {
        _wordings = wordings.ToDictionary(w => (w.Version, w.Purpose, w.Language));
        _current = current;
        Versions = [.. All.Select(w => w.Version).Distinct().OrderBy(YearAndNumber)];
        CheckRevisions();
    }

    /// <summary>Wordings from elsewhere than this program's files; the newest version is the one to ask with.</summary>
    /// <param name="files">Path (<c>VERSION/PURPOSE.LANGUAGE.txt</c> and <c>VERSION/revisions.txt</c>) and content.</param>
    /// <exception cref="InvalidDataException">A revision is missing, or goes down.</exception>
    public static ConsentWordings Of(IReadOnlyDictionary<string, string> files)
    {
        var wordings = WordingFiles.Read(files).ToList();
        return new ConsentWordings(wordings, wordings.MaxBy(w => YearAndNumber(w.Version))!.Version);
    }

    public IReadOnlyCollection<ConsentWording> All => _wordings.Values;

    /// <summary>All versions, oldest first.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary>The words to ask with now; in English where there are none in <paramref name="language"/>.</summary>
    public ConsentWording Current(ConsentPurpose purpose, string language) =>
        Find(_current, purpose, language) ?? _wordings[(_current, purpose, "en")];

    /// <summary>The words of a version, or <c>null</c> where there never were such.</summary>
    public ConsentWording? Find(string version, ConsentPurpose purpose, string language) =>
        _wordings.GetValueOrDefault((version, purpose, language));

    /// <summary>
    /// True where a consent to the words of <paramref name="version"/> means what is asked today. A version that never was covers nothing.
    /// </summary>
    public bool Covers(string version, ConsentPurpose purpose) =>
        RevisionOf(version, purpose) == RevisionOf(_current, purpose);

    /// <summary>The revision of a purpose's meaning; 0 where the version never asked for it.</summary>
    internal int RevisionOf(string version, ConsentPurpose purpose) => Find(version, purpose, "en")?.Revision ?? 0;

    private static (int Year, int Number) YearAndNumber(string version) =>
        version.Split('-') is [var year, var number] && int.TryParse(year, out var y) && int.TryParse(number, out var n)
            ? (y, n)
            : throw new InvalidDataException($"'{version}' is no version of a wording; it takes YEAR-NUMBER.");

    private void CheckRevisions()
    {
        foreach (var purpose in Enum.GetValues<ConsentPurpose>())
        {
            var last = 0;
            foreach (var version in Versions)
            {
                var revision = RevisionOf(version, purpose);
                if (revision < Math.Max(last, 1) || revision > last + 1)
                {
                    throw new InvalidDataException(
                        $"The revision of {purpose} in wording {version} is {revision}; after {last} it takes {Math.Max(last, 1)} (the same meaning) or {last + 1} (a new one)."
                    );
                }
                last = revision;
            }
        }
    }
}
