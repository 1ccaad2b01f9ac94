using Advocacy.Access;
using Advocacy.Content.Feeds;
using Advocacy.Content.Sources;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Pages;

internal static partial class SampleViews
{
    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> Feeds = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["sources-en"] = p => p.PageAsync<SourcesPage, SourcesView>(Sources("en") with { Notice = SourceNotice.Added }),
        ["sources-da"] = p =>
            p.PageAsync<SourcesPage, SourcesView>(
                Sources("da") with
                {
                    OnlyAiling = true,
                    Imported = new OpmlReport(
                        [Source("s9", "Ny", "https://x.example/feed")],
                        12,
                        [
                            "Line 4: \"Arkiv\" has no xmlUrl, the address of its feed.",
                            "Line 9: \"Nyt\" has the same address as line 3.",
                        ]
                    ),
                }
            ),
        ["sources-empty-da"] = p =>
            p.PageAsync<SourcesPage, SourcesView>(
                Sources("da") with
                {
                    Sources = [],
                    Total = 0,
                    Ailing = 0,
                    Pages = 1,
                    NoFile = true,
                }
            ),
        ["sources-find-en"] = p => p.PageAsync<FoundPage, FoundView>(new(FrameOf("en"), "", null)),
        ["sources-found-da"] = p => p.PageAsync<FoundPage, FoundView>(Found("da")),
        ["sources-none-en"] = p =>
            p.PageAsync<FoundPage, FoundView>(
                new(
                    FrameOf("en"),
                    "https://www.linkedin.com/company/nordlys",
                    new([], "linkedin.com has no public feeds: drop its posts one by one, by the form or the queue.")
                )
            ),
        ["sources-new-en"] = p => p.PageAsync<NewSourcePage, SourceView>(NewSource("en")),
        ["sources-new-wrong-da"] = p =>
            p.PageAsync<NewSourcePage, SourceView>(
                NewSource("da") with
                {
                    Entry = new SourceEntry("", new string('x', 60), "", true, "{titel}"),
                    Wrong = [SourceField.Name, SourceField.Topics, SourceField.Texts],
                }
            ),
        ["sources-new-bad-da"] = p =>
            p.PageAsync<NewSourcePage, SourceView>(
                NewSource("da") with
                {
                    Preview = new SourcePreview
                    {
                        Url = "https://www.nordlys.example/presse/rss.xml",
                        Problem = "HTTP 404 from www.nordlys.example.",
                    },
                }
            ),
        ["source-da"] = p => p.PageAsync<SourcePage, SourceView>(OneSource("da")),
        ["source-en"] = p => p.PageAsync<SourcePage, SourceView>(OneSource("en") with { Notice = SourceNotice.Saved }),
    };

    public static SourcesView Sources(string language) =>
        new()
        {
            Frame = FrameOf(language),
            Total = 120,
            Ailing = 3,
            PageNumber = 2,
            Pages = 3,
            Sources =
            [
                Source("s1", "Pressemeddelelser", "https://www.nordlys.example/presse/rss.xml") with
                {
                    ReviewFirst = true,
                    Health = new()
                    {
                        LastVisit = Now,
                        LastSuccess = Now.AddDays(-2),
                        FailuresInARow = 3,
                        LastError = "HTTP 503 from www.nordlys.example.",
                    },
                },
                Source("s2", "Nyheder", "https://www.nordlys.example/nyheder/atom.xml") with
                {
                    Health = new()
                    {
                        LastVisit = Now,
                        LastSuccess = Now.AddHours(-1),
                        Warnings = ["Line 12: the date is not readable."],
                    },
                },
                Source("s3", "Tech blog", "https://tech.nordlys.example/" + new string('a', 80) + "/feed.json"),
                Source("s4", "Gamle nyheder", "https://gammel.nordlys.example/feed") with
                {
                    Gone = true,
                },
                Source("s5", "Kampagner", "https://kampagner.nordlys.example/feed") with
                {
                    Paused = true,
                    Topics = [],
                },
                Source("s6", "Karriere", "https://job.nordlys.example/feed") with
                {
                    Health = new() { LastVisit = Now, LastSuccess = Now },
                },
            ],
        };

    private static SourceFrame FrameOf(string language) =>
        new(Company, language, new CommsPerson("mia@nordlys.example", "token"), Now);

    private static FoundView Found(string language) =>
        new(
            FrameOf(language),
            "www.nordlys.example",
            new Discovery(
                [
                    new("https://www.nordlys.example/presse/rss.xml", "Pressemeddelelser", FoundHow.Named),
                    new("https://www.nordlys.example/" + new string('a', 90) + "/feed", null, FoundHow.Tried),
                ],
                null
            )
        );

    private static SourceView NewSource(string language) =>
        new()
        {
            Frame = FrameOf(language),
            Entry = new SourceEntry("Pressemeddelelser", "", "", false, ""),
            Preview = new SourcePreview
            {
                Url = "https://www.nordlys.example/presse/rss.xml",
                Title = "Pressemeddelelser",
                Language = "da",
                Format = FeedFormat.Rss,
                Count = 2,
                Warnings = ["Line 40: the entry \"Arkiv\" has no link."],
                Entries =
                [
                    new(
                        "Vi bygger Danmarks største varmepumpe",
                        "https://www.nordlys.example/nyheder/varmepumpe",
                        "Den varmer 25.000 hjem i Aarhus.",
                        Now,
                        null,
                        true,
                        []
                    ),
                    new(
                        "Ny lærling i drift",
                        "https://www.nordlys.example/nyheder/" + new string('l', 80),
                        "",
                        null,
                        null,
                        false,
                        []
                    ),
                ],
            },
        };

    private static SourceView OneSource(string language)
    {
        var source = Source("s1", "Pressemeddelelser", "https://www.nordlys.example/presse/rss.xml") with
        {
            Language = "nb",
            ShareTexts = [new("Fra os: {title}", "da"), new("{summary}", null, "linkedin")],
            NotBefore = Now.AddHours(4),
            KnownEntries = [.. Enumerable.Repeat("a", 42)],
            Health = new()
            {
                LastVisit = Now,
                FailuresInARow = 1,
                LastError = "HTTP 503 from www.nordlys.example.",
                Warnings = ["Linje 12: datoen kan ikke læses."],
            },
        };
        return new SourceView
        {
            Frame = FrameOf(language),
            Source = source,
            Entry = SourceEntry.Of(SourceSettings.Of(source)),
        };
    }
}
