using Advocacy.Content;
using Advocacy.Digests.Mail;
using Advocacy.Platform.Mail;
using Advocacy.Programme;

namespace Advocacy.Benchmarks;

/// <summary>Digests of five stories for people who differ in name, ready texts and links.</summary>
internal static class MailSamples
{
    private const int Stories = 5;
    private const int Posts = 40;
    private const int Texts = 5;
    private const int Message = 100;

    private static readonly CompanyProfile Company = new()
    {
        Id = CompanyProfile.CompanyId,
        Name = "Nordlys Energi",
        SenderAddress = "digest@nordlys.example",
        SenderName = "Nordlys historier",
        ReplyAddress = "kom@nordlys.example",
        Imprint = "Havnegade 12, 8000 Aarhus C",
    };

    private static readonly string[] Whys = ["Fordi du følger vindenergi", "Den passer til dit fag", "Den er helt ny"];

    private static readonly string Token = new('t', 100);

    /// <summary>A mail that was rendered for one person.</summary>
    internal sealed record RenderedMail(
        DigestIssue Issue,
        DigestReader Reader,
        string Subject,
        string Html,
        string Text,
        IReadOnlyDictionary<string, string> Headers
    );

    /// <param name="from">The first person's number.</param>
    /// <param name="count">How many people.</param>
    /// <param name="lists">How many lists of posts there are among the people of one message.</param>
    public static IReadOnlyList<(DigestIssue Issue, DigestReader[] Readers)> Groups(int from, int count, int lists) =>
        [.. Enumerable.Range(from, count).Chunk(Message).SelectMany(people => OfMessage(people, lists))];

    private static IEnumerable<(DigestIssue Issue, DigestReader[] Readers)> OfMessage(int[] people, int lists)
    {
        // Composed anew for each message, and the same string for all in it: as the sender does.
        var texts = Enumerable
            .Range(0, Posts)
            .SelectMany(post => Enumerable.Range(0, Texts).Select(which => Text(Title(post), which)))
            .ToArray();
        var posts = Enumerable.Range(0, Posts).ToArray();
        foreach (var (list, numbers) in people.Chunk((people.Length + lists - 1) / lists).Index())
        {
            // A list that hardly any message had before.
            var picks = new Random(people[0] + list).GetItems(posts, 2 * Stories).Distinct().Take(Stories).ToArray();
            var issue = new DigestIssue(Company, "da", "2026-W48", [.. picks.Select(Story)]);
            yield return (issue, [.. numbers.Select(number => Reader(number, picks, texts))]);
        }
    }

    /// <summary>Each person's mail, its values in place.</summary>
    public static IReadOnlyList<RenderedMail> Render(
        DigestMail mail,
        IEnumerable<(DigestIssue Issue, DigestReader[] Readers)> groups
    ) =>
        [
            .. groups.SelectMany(group =>
            {
                var batch = mail.Compose(group.Issue, group.Readers);
                var tags = batch.Recipients[0].Substitutions.Keys.ToArray();
                var (html, text) = (TaggedText.Cut(batch.Html, tags), TaggedText.Cut(batch.Text, tags));
                return group.Readers.Zip(
                    batch.Recipients,
                    (reader, one) =>
                        new RenderedMail(
                            group.Issue,
                            reader,
                            batch.Subject,
                            html.With(one.Substitutions),
                            text.With(one.Substitutions),
                            one.Headers
                        )
                );
            }),
        ];

    /// <summary>The view with this person's values instead of tags, as a template is filled that is rendered for each.</summary>
    public static DigestView Personal(DigestIssue issue, DigestReader reader)
    {
        var words = new DigestStrings(issue.Language);
        var view = DigestViews.Of(issue, words, new ReaderTags("salt"));
        var greeting = words.Of("Greeting", reader.Name);
        return view with
        {
            GreetingHtml = greeting,
            GreetingText = greeting,
            PreferencesHtml = reader.PreferencesUrl,
            PreferencesText = reader.PreferencesUrl,
            UnsubscribeHtml = reader.UnsubscribeUrl,
            UnsubscribeText = reader.UnsubscribeUrl,
            TraceHtml = "",
            Stories =
            [
                .. view.Stories.Select(
                    (story, i) =>
                        story with
                        {
                            WordsHtml = reader.Texts[i],
                            WordsText = reader.Texts[i],
                            ReadHtml = issue.Stories[i].Post.Url,
                            ReadText = issue.Stories[i].Post.Url,
                            ShareHtml = reader.ShareUrls[i],
                            ShareText = reader.ShareUrls[i],
                        }
                ),
            ],
        };
    }

    private static DigestStory Story(int number) =>
        new(
            new Post
            {
                Id = $"p{number}",
                Url = $"https://nordlys.example/nyheder/{number}",
                Title = Title(number),
                Language = "da",
                ImageUrl = $"https://nordlys.example/billeder/{number}.jpg",
                PublishedAt = DateTimeOffset.UnixEpoch,
                TakenInAt = DateTimeOffset.UnixEpoch,
            },
            Whys[number % Whys.Length]
        );

    private static string Title(int post) =>
        $"Sådan fik vi {post} kolleger fra fem lande til at tegne fremtidens mølle";

    private static DigestReader Reader(int number, int[] picks, string[] texts) =>
        new(
            $"{number:x32}",
            $"Åse{number} Holm",
            $"p{number}@nordlys.example",
            [.. picks.Select((post, i) => texts[post * Texts + (number + i) % Texts])],
            [.. picks.Select((_, i) => $"https://go.nordlys.example/share/{Token}{number:x8}{i}")],
            $"https://go.nordlys.example/unsubscribe/{Token}{number:x8}",
            $"https://go.nordlys.example/preferences/{Token}{number:x8}"
        );

    private static string Text(string title, int which) =>
        $"{title}: tre dage, fem lande og én tegning, som jeg er stolt af ({which}).\n\n"
        + "Jeg var selv med ved bordet, og vi blev ikke enige om alt. Men møllen blev bedre af det, og det er det, der tæller.\n\n"
        + "Jeg arbejder hos Nordlys Energi.";
}
