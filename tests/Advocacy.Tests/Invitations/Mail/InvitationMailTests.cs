using Advocacy.Invitations.Mail;
using Advocacy.Platform.Mail;
using Advocacy.Tests.Letters;
using static Advocacy.Tests.Digests.Mail.DigestSamples;

namespace Advocacy.Tests.Invitations.Mail;

public sealed class InvitationMailTests
{
    private const string Yes = "https://go.nordlys.example/invitation/abc?x=1&y=2";
    private const string Preferences = "https://go.nordlys.example/preferences/abc";
    private const string No = "https://go.nordlys.example/no-thanks/abc";

    [Theory]
    [InlineData(
        "da",
        "Har du lyst til at dele historier fra Nordlys Energi?",
        "Hej Maja",
        "Nordlys Energi vil gerne spørge dig som kollega",
        "Det er frivilligt",
        "Vi spørger kun denne ene gang",
        "Der kommer ingen rykker",
        "Nej tak"
    )]
    [InlineData(
        "en",
        "Would you like to share stories from Nordlys Energi?",
        "Hi Maja",
        "Nordlys Energi asks you, as one of its colleagues",
        "It is voluntary",
        "We ask only this once",
        "No reminder follows",
        "No, thank you"
    )]
    public void It_says_who_asks_that_it_is_voluntary_and_that_no_reminder_comes(
        string language,
        string subject,
        params string[] words
    )
    {
        var batch = Compose(language);

        batch.Subject.ShouldBe(subject);
        batch.Language.ShouldBe(language);
        LetterChecks.BothParts(batch, [.. words, "Havnegade 12, 8000 Aarhus C"]);
        LetterChecks.Links(batch).ShouldBe([Yes, No, Preferences]);
        LetterChecks.Text(batch).ShouldContain($": {Yes}\n");
        LetterChecks.Text(batch).ShouldContain($": {No}\n");
        LetterChecks.Text(batch).ShouldContain($": {Preferences}\n");
    }

    [Fact]
    public void The_mail_programs_button_says_no_with_one_click_and_writes_to_nobody()
    {
        var headers = Compose("en").Recipients[0].Headers;

        headers["List-Unsubscribe"].ShouldBe($"<{No}>");
        headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        headers["Auto-Submitted"].ShouldBe("auto-generated");
    }

    [Fact]
    public void Readers_of_one_rendering_get_their_own_greeting_and_links()
    {
        var batch = InvitationMail.Compose(
            Company,
            "en",
            [Reader("Holm, Maja"), Reader("") with { YesUrl = "https://go.nordlys.example/invitation/def" }]
        );

        batch.Html.ShouldNotContain("Maja");
        batch.Recipients[0].Substitutions.Values.ShouldContain("Hi Maja");
        batch.Recipients[1].Substitutions.Values.ShouldContain("Hi there");
        batch.Recipients[1].Substitutions.Values.ShouldContain("https://go.nordlys.example/invitation/def");
    }

    [Fact]
    public void A_no_that_a_mail_provider_cannot_post_to_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            InvitationMail.Compose(Company, "en", [Reader("") with { NoUrl = "http://go.nordlys.example/no" }])
        );

    [Fact]
    public void Hostile_words_stay_words() =>
        LetterChecks.StaysHarmless(hostile =>
            InvitationMail.Compose(Company with { Name = hostile, Imprint = hostile }, "en", [Reader(hostile)])
        );

    private static MailBatch Compose(string language) =>
        InvitationMail.Compose(Company, language, [Reader("Maja Holm")]);

    private static InvitationReader Reader(string name) =>
        new("i1", name, "maja@nordlys.example", Yes, No, Preferences);
}
