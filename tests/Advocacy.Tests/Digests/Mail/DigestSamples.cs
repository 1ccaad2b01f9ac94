using Advocacy.Content;
using Advocacy.Digests.Mail;
using Advocacy.Platform.Mail;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Tests.Digests.Mail;

internal static class DigestSamples
{
    public static readonly CompanyProfile Company = new()
    {
        Id = CompanyProfile.CompanyId,
        Name = "Nordlys Energi",
        SenderAddress = "digest@mail.nordlys.example",
        SenderName = "Nordlys historier",
        ReplyAddress = "kom@nordlys.example",
        Imprint = "Havnegade 12, 8000 Aarhus C\nCVR 12 34 56 78",
    };

    public static DigestStory Story(
        string title,
        string text = "Kom og se.",
        string? why = null,
        string? image = null
    ) =>
        new(
            new Post
            {
                Id = "p",
                Url = "https://www.nordlys.example/nyheder/havet?a=1&b=2",
                Title = title,
                Language = "da",
                ImageUrl = image,
                PublishedAt = DateTimeOffset.UnixEpoch,
                TakenInAt = DateTimeOffset.UnixEpoch,
                ShareTexts = [new ShareText("t", "da", text)],
            },
            why
        );

    public static DigestIssue Issue(string language, params DigestStory[] stories) =>
        new(Company, language, "2026-W48", stories);

    public static DigestIssue In(MailLook look, DigestIssue issue) =>
        issue with
        {
            Company = issue.Company with { Look = look },
        };

    public static DigestReader Reader(DigestIssue issue, string name = "Maja Holm", string id = "d1") =>
        new(
            id,
            name,
            "maja@nordlys.example",
            [.. issue.Stories.Select(story => story.Post.ShareTexts[0].Text)],
            [.. issue.Stories.Select((_, i) => $"https://go.nordlys.example/s/{id}-{i}?x=1&y=2")],
            $"https://go.nordlys.example/u/{id}",
            $"https://go.nordlys.example/p/{id}?x=1&y=2"
        )
        {
            SuggestUrl = $"https://go.nordlys.example/suggest/{id}",
            PulseUrl = $"https://go.nordlys.example/pulse/{id}",
        };

    public static MailBatch Compose(DigestIssue issue, string name = "Maja Holm") =>
        new DigestMail().Compose(issue, [Reader(issue, name)]);

    /// <summary>The HTML as the batch's first reader gets it.</summary>
    public static string Html(MailBatch batch) => As(batch, batch.Html);

    public static string Text(MailBatch batch) => As(batch, batch.Text);

    private static string As(MailBatch batch, string template) =>
        batch
            .Recipients[0]
            .Substitutions.Aggregate(
                template,
                (text, tag) => text.Replace(tag.Key, tag.Value, StringComparison.Ordinal)
            );
}
