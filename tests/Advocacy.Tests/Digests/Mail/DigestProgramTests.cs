using System.Text;
using Advocacy.Digests.Mail;
using Advocacy.Tests.Pages;
using Advocacy.Tests.Platform.Mail.Templates;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Advocacy.Tests.Digests.Mail.DigestSamples;
using MailLook = Advocacy.Programme.MailLook;

namespace Advocacy.Tests.Digests.Mail;

/// <summary>Digests as mail programs show them: by caniemail's tables, and in a browser.</summary>
public sealed class DigestProgramTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Picture = "https://pictures.example/turbine.jpg";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Outside = """
        [...document.querySelectorAll('body *')].filter(e => {
          const box = e.getBoundingClientRect();
          return !e.closest('.pre') && box.width > 0 && box.right > document.documentElement.clientWidth + 1;
        }).map(e => e.outerHTML.slice(0, 120))
        """;

    private static readonly string[] Kinds =
    [
        "pictures",
        "no-picture-first",
        "english",
        "ten",
        "hostile",
        "rtl",
        "long",
        "new-formats",
    ];

    public static TheoryData<MailLook> Looks => [.. Enum.GetValues<MailLook>()];

    public static TheoryData<MailLook, string> Mails()
    {
        var mails = new TheoryData<MailLook, string>();
        foreach (var look in Enum.GetValues<MailLook>())
        {
            foreach (var kind in Kinds)
            {
                mails.Add(look, kind);
            }
        }
        return mails;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Gmail_Outlook_and_Apple_Mail_know_all_that_a_digest_is_made_of(MailLook look) =>
        (
            await CanIEmail.ErrorsAsync([.. Kinds.Select(kind => Html(Compose(In(look, IssueOf(kind)))))])
        ).ShouldBeEmpty();

    [Fact]
    public async Task The_tables_of_mail_programs_are_asked_in_earnest()
    {
        var html = Html(Compose(Issue("da", Story("A"))));

        var errors = await CanIEmail.ErrorsAsync(
            html.Replace(
                "</h1>",
                "</h1><div style=\"display:grid;border-radius:4px\">x</div>",
                StringComparison.Ordinal
            )
        );

        errors.ShouldContain(error => error.StartsWith("outlook.windows: border-radius", StringComparison.Ordinal));
        errors.ShouldContain(error => error.StartsWith("outlook.windows: display:grid", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task It_is_accessible_and_fits_in_light_and_dark_on_a_phone_and_on_a_desk(MailLook look, string kind)
    {
        var tab = await browser.TabAsync();
        var mail = Compose(In(look, IssueOf(kind)), kind == "rtl" ? "דנה כהן" : "Maja Holm");
        await tab.SetContentAsync(Html(mail).Replace(Picture, SampleViews.Picture, StringComparison.Ordinal));
        await tab.EvaluateAsync(Axe);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in new[] { 360, 700 })
            {
                await tab.SetViewportSizeAsync(width, 800);

                var axe = await tab.EvaluateAsync<string[]>(
                    // A mail stands inside its program's page, which has the landmarks.
                    "async () => (await axe.run(document, { resultTypes: ['violations'],"
                        + " rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })).violations"
                        + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
                );
                axe.ShouldBeEmpty($"{scheme} {width}");
                (await tab.EvaluateAsync<string[]>(Outside)).ShouldBeEmpty($"{scheme} {width}");
                if (Environment.GetEnvironmentVariable("ADVOCACY_SCREENSHOTS") is { Length: > 0 } folder)
                {
                    var name = $"digest-{look}-{kind}-{width}-{scheme}.png";
                    await tab.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void It_stays_below_80_KB(MailLook look, string kind) =>
        Encoding.UTF8.GetByteCount(Html(Compose(In(look, IssueOf(kind))))).ShouldBeLessThan(80 * 1024);

    private static DigestIssue IssueOf(string kind)
    {
        var full = DigestNotesTests.Full("da") with { Company = Company with { LogoUrl = null, Accent = "#0e5a6b" } };
        var text =
            "14 kolleger fra fem lande har brugt tre dage på at tegne den mølle, der skal stå ud for kysten om seks år.\n\n"
            + "Jeg var selv med ved bordet, og jeg er stolt af det, vi nåede.\n\nJeg arbejder hos Nordlys Energi.";
        var story = Story(
            "Sådan fik vi 14 kolleger fra fem lande til at tegne fremtidens mølle",
            text,
            "Fordi du følger vindenergi",
            Picture
        );
        var bare = Story(
            "Åbent hus på værftet den 12. december",
            "Kom og se.\n\nJeg arbejder hos Nordlys Energi.",
            "Hurtig at dele"
        );
        var long300 = new string('W', 300);
        return kind switch
        {
            "no-picture-first" => full with
            {
                Stories = [bare, story],
                Tip = null,
                Pulse = null,
                InvitesSuggestions = false,
            },
            "english" => full with { Language = "en" },
            "ten" => full with { Stories = [.. Enumerable.Repeat(story, 10)] },
            "hostile" => full with
            {
                Stories =
                [
                    Story(
                        "</style></title><img src=x onerror=alert(1)>",
                        "</td></table><script>\n\"'&",
                        "<b>",
                        Picture
                    ),
                    Story(
                        "👩‍👩‍👧‍👦 {{Name}} 🌬️",
                        "🌬️🌬️🌬️\n👩‍👩‍👧‍👦",
                        "🌬️",
                        "https://gone.nordlys.example/no.jpg"
                    ),
                ],
            },
            "rtl" => full with
            {
                Stories =
                [
                    Story(
                        "שלום עולם, זו טורבינה",
                        "שלום עולם.\n\nאני עובד ב-Nordlys Energi.",
                        "כי זה התחום שלך",
                        Picture
                    ),
                    bare,
                ],
            },
            "long" => full with
            {
                Stories = [Story(long300, $"{long300} {long300}", long300), Story(long300, long300, long300, Picture)],
            },
            "new-formats" => full with
            {
                Stories =
                [
                    Story("WebP", image: "https://pictures.example/a.webp?x=1"),
                    Story("Avif", image: "https://pictures.example/a.AVIF"),
                    Story("Drawing", image: "https://pictures.example/a.svg"),
                ],
            },
            _ => full with { Stories = [story, bare, story] },
        };
    }
}
