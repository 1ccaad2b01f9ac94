using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>
/// What stands around the stories, for all lists of as many stories: head, notes and foot. Subject and preheader name the
/// stories: they are put in per list.
/// </summary>
internal sealed class DigestShell
{
    private readonly IReadOnlyList<Head> _head;
    private readonly MailBlock _htmlAfter;
    private readonly MailBlock _textBefore;
    private readonly MailBlock _textAfter;

    private DigestShell(DigestIssue issue, DigestStrings words, ReaderTags tags)
    {
        Words = words;
        Tags = tags.OfShell(issue);
        var view = DigestViews.Of(issue, words, tags) with
        {
            Subject = tags.Subject,
            Preheader = tags.Preheader,
            Stories = [],
        };
        _head =
        [
            .. TaggedText
                .Cut(DigestTemplate.Html.Before(view), [tags.Subject, tags.Preheader])
                .Pieces.Select(piece =>
                    piece.IsTag
                        ? new Head(null, IsSubject: piece.Text == tags.Subject)
                        : new Head(new MailBlock(piece.Text, Tags), false)
                ),
        ];
        _htmlAfter = new MailBlock(DigestTemplate.Html.After(view), Tags);
        _textBefore = new MailBlock(DigestTemplate.Text.Before(view), Tags);
        _textAfter = new MailBlock(DigestTemplate.Text.After(view), Tags);
    }

    public DigestStrings Words { get; }

    public IReadOnlyList<string> Tags { get; }

    public static DigestShell Of(DigestIssue issue) =>
        new(issue, new DigestStrings(issue.Language), new ReaderTags(Ids.New()[..16]));

    /// <summary>The issue's rendering.</summary>
    /// <param name="stories">In the issue's order.</param>
    public DigestRendering With(DigestIssue issue, IReadOnlyList<StoryBlock> stories)
    {
        var subject = DigestViews.Subject(issue, Words);
        var subjectBlock = new MailBlock(Markup.Encode(subject), []);
        var preheaderBlock = new MailBlock(Markup.Encode(DigestViews.Preheader(issue, Words)), []);
        var names = new SharedNames([.. Tags, .. stories.SelectMany(story => story.Tags)]);
        var html = new List<PlacedBlock>(_head.Count + stories.Count + 1);
        var text = new List<PlacedBlock>(stories.Count + 2);
        foreach (var (block, isSubject) in _head)
        {
            html.Add(new PlacedBlock(block ?? (isSubject ? subjectBlock : preheaderBlock), 0));
        }
        text.Add(new PlacedBlock(_textBefore, 0));
        var first = Tags.Count;
        foreach (var story in stories)
        {
            html.Add(new PlacedBlock(story.Html, first));
            text.Add(new PlacedBlock(story.Text, first));
            first += story.Tags.Count;
        }
        html.Add(new PlacedBlock(_htmlAfter, 0));
        text.Add(new PlacedBlock(_textAfter, 0));
        return new DigestRendering(subject, new MailPart(html, names), new MailPart(text, names), Words, names);
    }

    // Without a block it is the subject or the preheader.
    private readonly record struct Head(MailBlock? Block, bool IsSubject);
}
