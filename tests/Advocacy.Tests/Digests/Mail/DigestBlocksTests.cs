using Advocacy.Digests.Mail;
using Advocacy.People;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;
using static Advocacy.Tests.Digests.Mail.DigestSamples;

namespace Advocacy.Tests.Digests.Mail;

/// <summary>Stories are rendered once and stand in many digests: none must show that.</summary>
public sealed class DigestBlocksTests
{
    private const string Picture = "https://pictures.example/a.jpg";
    private const string Drawing = "https://pictures.example/a.svg";

    public static TheoryData<MailLook> Looks => [.. Enum.GetValues<MailLook>()];

    [Theory]
    [MemberData(nameof(Looks))]
    public void Parts_of_the_template_make_what_the_whole_makes(MailLook look)
    {
        var whole = new MailTemplate<DigestView>("Digest");
        var full = In(look, DigestNotesTests.Full("da"));
        foreach (var issue in new[] { full, In(look, Issue("en", Story("A <b>", image: Picture))) })
        {
            var view = DigestViews.Of(issue, new DigestStrings(issue.Language), new ReaderTags("salt"));

            // A tag alone on its line takes the line with it; where the template is cut, one more is alone.
            Joined(Parts(DigestTemplate.Html, view)).ShouldBe(Joined(whole.Html(view)));
            Parts(DigestTemplate.Text, view).ShouldBe(whole.Text(view));
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void A_digest_is_the_same_whatever_was_written_before_it(MailLook look)
    {
        var (a, b) = (Story("A", image: Picture), Story("B", why: "Fordi"));
        DigestIssue[] issues =
        [
            Issue("da", a, b),
            Issue("da", b, a),
            Issue("da", a, a),
            Issue("da", a),
            Issue("en", a),
            Issue("da", Story("A", image: Drawing)),
            Issue("da", Story("A"), Story("A", image: Drawing)),
            Issue("da", Story("A", why: "Fordi", image: Picture)),
            Issue("da", a) with
            {
                Archetype = Archetype.Specialist,
            },
            Issue("da", a) with
            {
                EditionId = "2026-W49",
            },
            Issue("da", a) with
            {
                InvitesSuggestions = true,
            },
            Issue("da", a) with
            {
                Tip = new DigestTip("Tip", "Text"),
            },
            Issue("da", a) with
            {
                Pulse = new DigestPulse("Q", ["a", "b"]),
            },
            Issue("da", a) with
            {
                Pulse = new DigestPulse("Q", ["a\",\"b"]),
            },
            Issue("da", a) with
            {
                Company = DigestSamples.Company with { Accent = "#aa0000" },
            },
            Issue("da", a) with
            {
                Company = DigestSamples.Company with { Name = "Sydlys", LogoUrl = Picture },
            },
            Issue("da", a) with
            {
                Company = DigestSamples.Company with { Imprint = "Havnegade 13" },
            },
        ];
        var mail = new DigestMail();
        foreach (var issue in issues.Concat(issues).Select(issue => In(look, issue)))
        {
            var batch = mail.Compose(issue, [Reader(issue)]);
            var alone = new DigestMail().Compose(issue, [Reader(issue)]);

            Html(batch).ShouldBe(Html(alone));
            Text(batch).ShouldBe(Text(alone));
            batch.Subject.ShouldBe(alone.Subject);
        }
    }

    private static string Joined(string html) => html.Replace("\n", "", StringComparison.Ordinal);

    private static string Parts(LoopTemplate<DigestView> template, DigestView view) =>
        template.Before(view) + template.Loop(view) + template.After(view);
}
