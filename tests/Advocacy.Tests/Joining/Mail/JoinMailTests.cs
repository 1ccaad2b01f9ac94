using Advocacy.Consent;
using Advocacy.Joining;
using Advocacy.Joining.Mail;
using Advocacy.Platform.Mail;
using Advocacy.Tests.Letters;
using static Advocacy.Tests.Digests.Mail.DigestSamples;

namespace Advocacy.Tests.Joining.Mail;

public sealed class JoinMailTests
{
    private const string Url = "https://go.nordlys.example/join/abc?x=1&y=2";

    [Theory]
    [InlineData(
        "da",
        "Bekræft venligst: historier fra Nordlys Energi at dele",
        "Ét skridt tilbage",
        "Den ugentlige mail",
        "Linket virker i 24 timer.",
        "Var det ikke dig?",
        "Den tilmelder dig ikke noget."
    )]
    [InlineData(
        "en",
        "Please confirm: stories from Nordlys Energi to share",
        "One step left",
        "The weekly digest by mail",
        "The link works for 24 hours.",
        "It was not you?",
        "It subscribes you to nothing."
    )]
    public void It_says_everything_in_both_parts_of_its_language(string language, string subject, params string[] words)
    {
        var batch = Compose(language);

        batch.Subject.ShouldBe(subject);
        batch.Language.ShouldBe(language);
        LetterChecks.BothParts(batch, [.. words, "Havnegade 12, 8000 Aarhus C"]);
        LetterChecks.Links(batch).ShouldBe([Url]);
        LetterChecks.Text(batch).ShouldContain($": {Url}\n");
    }

    [Fact]
    public void It_goes_to_the_bare_address_and_asks_no_machine_for_an_answer()
    {
        var recipient = Compose("en").Recipients.ShouldHaveSingleItem();

        (recipient.To.Address, recipient.To.Name).ShouldBe(("eva@nordlys.example", ""));
        recipient.Headers.ShouldBe(
            new Dictionary<string, string>
            {
                ["Auto-Submitted"] = "auto-generated",
                ["X-Auto-Response-Suppress"] = "OOF, AutoReply",
            }
        );
    }

    [Fact]
    public void Hostile_words_of_the_company_stay_words() =>
        LetterChecks.StaysHarmless(hostile =>
            JoinMail.Compose(
                Company with
                {
                    Name = hostile,
                    Imprint = hostile,
                },
                Request("en"),
                "eva@nordlys.example",
                Url,
                24
            )
        );

    private static MailBatch Compose(string language) =>
        JoinMail.Compose(Company, Request(language), "eva@nordlys.example", Url, 24);

    private static JoinRequest Request(string language) =>
        new()
        {
            Id = "r1",
            EmployeeId = "e1",
            Address = "eva@nordlys.example",
            Name = "Somebody's words",
            Language = language,
            Purposes = [ConsentPurpose.DigestEmail, ConsentPurpose.ClickMeasurement],
        };
}
