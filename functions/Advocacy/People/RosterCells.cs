using System.Globalization;

namespace Advocacy.People;

/// <summary>The cells of one row, each read as what its column holds; what is wrong is named and read as empty.</summary>
internal sealed class RosterCells(RosterHeader header, IReadOnlyList<string> row, long line)
{
    private const int MostTopics = 20;
    private const int LongestTopic = 50;
    private static readonly char[] s_inner = [';', '|', ','];

    private readonly List<RosterProblem> _problems = [];

    public IReadOnlyList<RosterProblem> Problems => _problems;

    public bool Has(RosterColumn column) => header.Cell(row, column) is not null;

    public string? Raw(RosterColumn column) => header.Cell(row, column);

    /// <summary>Names what is wrong. What follows from it is added.</summary>
    public void Wrong(RosterColumn column, string message, RosterProblemKind kind = RosterProblemKind.Row)
    {
        var consequence = (kind, column) switch
        {
            (RosterProblemKind.Consent, RosterColumn.WithdrawnAt) => "; neither it nor a consent is recorded",
            (RosterProblemKind.Consent, _) => "; the person goes in without consent",
            _ => "",
        };
        _problems.Add(new RosterProblem(kind, line, Quote.Of(header.NameOf(column)), message + consequence));
    }

    /// <summary>One line of plain text, or <c>null</c> with its problem named where there is none.</summary>
    public string? Text(RosterColumn column, int longest, RosterProblemKind kind = RosterProblemKind.Row)
    {
        var text = Collapse(Raw(column) ?? "");
        if (text.Length is > 0 && text.Length <= longest)
        {
            return text;
        }
        Wrong(column, text.Length == 0 ? "is empty" : $"is longer than {longest} characters", kind);
        return null;
    }

    public string? Address()
    {
        var raw = Raw(RosterColumn.Address);
        if (WorkAddress.TryParse(raw, out var address, out var problem))
        {
            return address;
        }
        Wrong(RosterColumn.Address, raw is null ? "is empty" : $"'{Quote.Of(raw)}' {problem}");
        return null;
    }

    public TimeZoneInfo? TimeZone()
    {
        if (Raw(RosterColumn.TimeZone) is not { } raw)
        {
            return null;
        }
        if (TimeZones.TryFind(raw, out var zone))
        {
            return zone;
        }
        var meant = TimeZones.Nearest(raw) is { } nearest ? $"; did you mean '{nearest}'?" : "";
        Wrong(RosterColumn.TimeZone, $"'{Quote.Of(raw)}' is no IANA time zone{meant}");
        return null;
    }

    /// <summary>One of the words that stand for a value.</summary>
    /// <param name="takes">What the column takes, for the message.</param>
    public T? OneOf<T>(
        RosterColumn column,
        IReadOnlyDictionary<string, T> words,
        string takes,
        RosterProblemKind kind = RosterProblemKind.Row
    )
        where T : struct
    {
        if (Raw(column) is not { } raw)
        {
            return null;
        }
        if (words.TryGetValue(Collapse(raw), out var value))
        {
            return value;
        }
        Wrong(column, $"'{Quote.Of(raw)}' is not understood; it takes {takes}", kind);
        return null;
    }

    public string? Language()
    {
        if (Raw(RosterColumn.Language) is not { } raw)
        {
            return null;
        }
        if (RosterWords.Languages.TryGetValue(raw.Split('-', '_')[0], out var language) && language is "da" or "en")
        {
            return language;
        }
        Wrong(RosterColumn.Language, $"'{Quote.Of(raw)}' is no language of the mail; it takes da or en");
        return null;
    }

    public IReadOnlyList<string>? ReadsLanguages()
    {
        var languages = new List<string>();
        foreach (var word in List(RosterColumn.ReadsLanguages) ?? [])
        {
            var code = RosterWords.Languages.GetValueOrDefault(word, word);
            if (code.Length != 2 || !code.All(char.IsAsciiLetterLower))
            {
                Wrong(
                    RosterColumn.ReadsLanguages,
                    $"'{Quote.Of(word)}' is no language of two letters such as da or en"
                );
                return null;
            }
            languages.Add(code);
        }
        return languages.Count == 0 ? null : [.. languages.Distinct(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string>? Topics()
    {
        var topics = List(RosterColumn.Topics);
        if (topics?.FirstOrDefault(t => t.Length > LongestTopic) is { } tooLong)
        {
            Wrong(RosterColumn.Topics, $"'{Quote.Of(tooLong)}' is longer than {LongestTopic} characters");
        }
        else if (topics?.Count > MostTopics)
        {
            Wrong(RosterColumn.Topics, $"has {topics.Count} topics; at most {MostTopics} go in");
        }
        return topics;
    }

    /// <summary>A full hour: 9, 09 or 09:00.</summary>
    public int? Hour()
    {
        if (Raw(RosterColumn.DigestHour) is not { } raw)
        {
            return null;
        }
        var digits =
            raw.EndsWith(":00", StringComparison.Ordinal) || raw.EndsWith(".00", StringComparison.Ordinal)
                ? raw[..^3]
                : raw;
        if (
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && hour is >= 0 and <= 23
        )
        {
            return hour;
        }
        Wrong(RosterColumn.DigestHour, $"'{Quote.Of(raw)}' is no full hour; it takes 0 to 23");
        return null;
    }

    /// <inheritdoc cref="RosterInstant" path="/summary"/>
    public DateTimeOffset? Instant(RosterColumn column, TimeZoneInfo zone, RosterProblemKind kind)
    {
        if (Raw(column) is not { } raw)
        {
            return null;
        }
        if (RosterInstant.TryParse(raw, zone, out var instant))
        {
            return instant;
        }
        Wrong(column, $"'{Quote.Of(raw)}' is no date or time such as 2026-11-23 or 2026-11-23T09:00+01:00", kind);
        return null;
    }

    private List<string>? List(RosterColumn column)
    {
        var words = (Raw(column) ?? "")
            .Split(s_inner)
            .Select(word => Collapse(word).ToLowerInvariant())
            .Where(word => word.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return words.Count == 0 ? null : words;
    }

    /// <summary>Without control characters (a name becomes part of a mail's header) and with single spaces.</summary>
    private static string Collapse(string text)
    {
        if (!text.Any(c => char.IsControl(c) || c == '\u00a0') && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.Trim();
        }
        var plain = string.Concat(text.Select(c => char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c));
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
