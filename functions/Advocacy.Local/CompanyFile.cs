using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Advocacy.Programme;

namespace Advocacy.Local;

/// <summary>Reads one <c>company.json</c> and collects every fault before it gives up.</summary>
internal sealed partial class CompanyFile(string directory)
{
    private readonly string _path = Path.Combine(directory, CompanyFolder.FileName);
    private const int LongestWhy = 2000;

    private readonly List<string> _faults = [];

    public CompanyFolder Read()
    {
        using var document = Parse();
        var root = new JsonFields(document.RootElement, "", _faults);
        CompanyFolder? folder = null;
        if (root.IsObject("one JSON object"))
        {
            root.RefuseOthersThan(
                "name",
                "senderAddress",
                "senderName",
                "replyAddress",
                "country",
                "imprint",
                "accent",
                "logoUrl",
                "sharing",
                "look",
                "why",
                "guidelines",
                "closingDays",
                "goals",
                "tips",
                "pulse",
                "feeds",
                "roster",
                "drops"
            );
            folder = new CompanyFolder(directory, Profile(root), Feeds(root), Inside(root, "roster"), Drops(root))
            {
                Guidelines = Guidelines(root),
                Programme = ProgrammeFields.Read(root),
            };
        }
        return _faults.Count == 0
            ? folder!
            : throw new InvalidDataException(string.Join(Environment.NewLine, _faults.Select(f => $"{_path}: {f}")));
    }

    private JsonDocument Parse()
    {
        if (!File.Exists(_path))
        {
            throw new InvalidDataException($"{_path}: there is no such file; a company folder takes one");
        }
        try
        {
            return JsonDocument.Parse(
                File.ReadAllText(_path, Encoding.UTF8),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"{_path}: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: is not JSON",
                e
            );
        }
    }

    private static CompanyProfile Profile(JsonFields root)
    {
        var profile = new CompanyProfile
        {
            Id = CompanyProfile.CompanyId,
            Name = root.Required("name"),
            SenderAddress = root.Address("senderAddress"),
            SenderName = root.Required("senderName"),
            ReplyAddress = root.Address("replyAddress"),
            LogoUrl = root.Url("logoUrl"),
            Why = root.Member("why") is { } why ? ProgrammeFields.Local(why, LongestWhy) : null,
        };
        profile = profile with
        {
            Country = root.Matching("country", Country(), "two capital letters such as \"DK\"") ?? profile.Country,
            Imprint = root.Optional("imprint", "text") ?? profile.Imprint,
            ClosingDays = root.Has("closingDays") ? ProgrammeFields.Days(root, "closingDays") : profile.ClosingDays,
            Accent = root.Matching("accent", Colour(), "a colour such as \"#0f5c5c\"") ?? profile.Accent,
            Look = Enum.TryParse<MailLook>(
                root.Matching("look", Look(), "\"magazine\", \"letter\" or \"compact\""),
                ignoreCase: true,
                out var look
            )
                ? look
                : profile.Look,
        };
        return SharingFields.Read(root, profile);
    }

    private Guidelines? Guidelines(JsonFields root)
    {
        if (
            root.Member("guidelines") is not { } guidelines
            || !guidelines.IsObject("an object with version, da and en")
        )
        {
            return null;
        }
        guidelines.RefuseOthersThan("version", "da", "en", "examples");
        return new Guidelines
        {
            Id = Programme.Guidelines.GuidelinesId,
            Version = guidelines.Required("version"),
            Text = new LocalText(FileText(guidelines, "da"), FileText(guidelines, "en")),
            Examples = Examples(guidelines),
        };
    }

    private LocalText? Examples(JsonFields guidelines)
    {
        if (guidelines.Member("examples") is not { } examples || !examples.IsObject("an object with da and en"))
        {
            return null;
        }
        examples.RefuseOthersThan("da", "en");
        return new LocalText(FileText(examples, "da"), FileText(examples, "en"));
    }

    private string FileText(JsonFields parent, string name)
    {
        if (!parent.Has(name))
        {
            parent.Fault(name, "is missing");
        }
        return Inside(parent, name) is { } path
            ? File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n").Trim()
            : "";
    }

    private List<CompanyFeed> Feeds(JsonFields root)
    {
        var feeds = new List<CompanyFeed>();
        foreach (var feed in root.Items("feeds"))
        {
            if (!feed.IsObject("an object with key, name and file or url"))
            {
                continue;
            }
            feed.RefuseOthersThan("key", "name", "file", "url", "topics", "language");
            var key = feed.Matching("key", Key(), "1 to 40 lower-case letters, digits and hyphens");
            if (!feed.Has("key"))
            {
                feed.Fault("key", "is missing");
            }
            else if (key is not null && feeds.Exists(other => other.Key == key))
            {
                feed.Fault("key", $"got \"{key}\" a second time, takes a key of its own for each feed");
            }
            if (feed.Has("file") == feed.Has("url"))
            {
                feed.Fault("file", "takes either file or url");
            }
            feeds.Add(
                new CompanyFeed(
                    key ?? "",
                    feed.Required("name"),
                    Inside(feed, "file"),
                    feed.Url("url"),
                    Topics(feed),
                    feed.Matching("language", Language(), "two lower-case letters such as \"da\"")
                )
            );
        }
        return feeds;
    }

    private static List<string> Topics(JsonFields feed)
    {
        var topics = feed.Items("topics").Select(t => t.Text("a word of 1 to 50 characters", 50)).ToList();
        if (topics.Count > 10)
        {
            feed.Fault("topics", $"got {topics.Count}, takes at most 10");
        }
        return [.. topics.OfType<string>().Select(t => t.ToLowerInvariant())];
    }

    /// <summary>A folder's *.json by name, or the files of a list.</summary>
    private List<string> Drops(JsonFields root)
    {
        if (root.HasList("drops"))
        {
            const string takes = "the name of a file inside this folder";
            return [.. root.Items("drops").Select(drop => Inside(drop, takes, File.Exists)).OfType<string>()];
        }
        return
            root.Member("drops") is { } drops
            && Inside(drops, "a folder inside this one, or a list of files", Directory.Exists) is { } folder
            ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)]
            : [];
    }

    private string? Inside(JsonFields parent, string name) =>
        parent.Member(name) is { } value ? Inside(value, "the name of a file inside this folder", File.Exists) : null;

    /// <summary>
    /// What lies outside the folder is refused: feeds are served over HTTP, and a folder must work where it is copied to.
    /// </summary>
    private string? Inside(JsonFields value, string takes, Predicate<string> exists) =>
        value.Text(
            takes,
            2000,
            text =>
                Path.GetFullPath(text, directory) is var full
                && full.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && exists(full)
        )
            is { } name
            ? Path.GetFullPath(name, directory)
            : null;

    [GeneratedRegex("^[A-Z]{2}\\z", RegexOptions.None, 1000)]
    private static partial Regex Country();

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z", RegexOptions.None, 1000)]
    private static partial Regex Colour();

    [GeneratedRegex("^(magazine|letter|compact)\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Look();

    [GeneratedRegex("^[a-z]{2}\\z", RegexOptions.None, 1000)]
    private static partial Regex Language();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}\\z", RegexOptions.None, 1000)]
    private static partial Regex Key();
}
