using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Local.Pages;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Tone;
using Advocacy.Preferences;
using Advocacy.Programme;
using Advocacy.Rights;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Pages;

/// <summary>One view of each page, as real as a week in a small company, and what each page is called in tests.</summary>
internal static partial class SampleViews
{
    public const string Picture = "https://pictures.example/turbine.svg";

    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 5, 0, TimeSpan.FromHours(1));

    public static readonly CompanyProfile Company = new()
    {
        Id = CompanyProfile.CompanyId,
        Name = "Nordlys Energi",
        SenderAddress = "digest@nordlys.example",
        SenderName = "Nordlys Energi",
        ReplyAddress = "kommunikation@nordlys.example",
        Imprint = "Nordlys Energi A/S, Havnegade 12, 8000 Aarhus C, CVR 12 34 56 78",
    };

    public static readonly LocalFrame Frame = new(
        Company,
        Now,
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"),
        2
    );

    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> Employee = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["confirm-da"] = p => p.PageAsync<ConfirmConsentPage, ConfirmConsentView>(Confirm("da")),
        ["confirm-en"] = p => p.PageAsync<ConfirmConsentPage, ConfirmConsentView>(Confirm("en")),
        ["confirm-given"] = p =>
            p.PageAsync<ConfirmConsentPage, ConfirmConsentView>(Confirm("en") with { GivenAt = Now }),
        ["confirmed-da"] = p => p.PageAsync<ConfirmedPage, ConfirmedView>(Confirmed("da")),
        ["confirmed-en"] = p => p.PageAsync<ConfirmedPage, ConfirmedView>(Confirmed("en")),
        ["unsubscribe-da"] = p => p.PageAsync<UnsubscribePage, UnsubscribeView>(new(Company, "da")),
        ["unsubscribe-en"] = p => p.PageAsync<UnsubscribePage, UnsubscribeView>(new(Company, "en")),
        ["unsubscribed-da"] = p =>
            p.PageAsync<UnsubscribedPage, UnsubscribedView>(new(Company, "da", Now, "/consent/t")),
        ["unsubscribed-en"] = p => p.PageAsync<UnsubscribedPage, UnsubscribedView>(new(Company, "en", Now)),
        ["data-da"] = async p => await p.PageAsync<DataPage, DataView>(await SampleFile.ViewAsync("da")),
        ["data-en"] = async p => await p.PageAsync<DataPage, DataView>(await SampleFile.ViewAsync("en")),
        ["erase-da"] = p => p.PageAsync<ErasePage, EraseView>(new(Company, "da", 730, 730)),
        ["erase-en"] = p => p.PageAsync<ErasePage, EraseView>(new(Company, "en", 730, 730, NotTicked: true)),
        ["erased-da"] = p => p.PageAsync<ErasedPage, ErasedView>(new(Company, "da", 730, 730)),
        ["erased-en"] = p => p.PageAsync<ErasedPage, ErasedView>(new(Company, "en", 730, 730)),
        ["preferences-da"] = p => p.PageAsync<PreferencesPage, PreferencesView>(Preferences("da")),
        ["preferences-en"] = p => p.PageAsync<PreferencesPage, PreferencesView>(Preferences("en")),
        ["preferences-new"] = p => p.PageAsync<PreferencesPage, PreferencesView>(PreferencesOfANewcomer()),
        ["preferences-wrong-da"] = p => p.PageAsync<PreferencesPage, PreferencesView>(WrongPreferences("da")),
        ["preferences-wrong-en"] = p => p.PageAsync<PreferencesPage, PreferencesView>(WrongPreferences("en")),
        ["fresh-link-da"] = p => p.PageAsync<FreshLinkPage, FreshLinkView>(new(Company, "da", Asked: false)),
        ["fresh-link-en"] = p => p.PageAsync<FreshLinkPage, FreshLinkView>(new(Company, "en", Asked: false)),
        ["fresh-link-asked-da"] = p => p.PageAsync<FreshLinkPage, FreshLinkView>(new(Company, "da", Asked: true)),
        ["fresh-link-asked-en"] = p => p.PageAsync<FreshLinkPage, FreshLinkView>(new(Company, "en", Asked: true)),
        ["problem-link-da"] = p => p.PageAsync<ProblemPage, ProblemView>(new(Company, "da", Problem.Link), 404),
        ["problem-notfound"] = p => p.PageAsync<ProblemPage, ProblemView>(new(Company, "en", Problem.NotFound), 404),
        ["problem-badrequest"] = p => p.PageAsync<ProblemPage, ProblemView>(new(null, "en", Problem.BadRequest), 400),
        ["problem-failed"] = p => p.PageAsync<ProblemPage, ProblemView>(new(Company, "da", Problem.Failed), 500),
    };

    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> Local = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["start"] = p => p.PageAsync<StartPage, StartView>(Start()),
        ["start-empty"] = p => p.PageAsync<StartPage, StartView>(Start() with { LastRun = null, Notice = null }),
        ["mailbox"] = p => p.PageAsync<MailboxPage, MailboxView>(Mailbox()),
        ["mailbox-empty"] = p =>
            p.PageAsync<MailboxPage, MailboxView>(Mailbox() with { Mails = [], Paging = new(1, 25, 0) }),
        ["mail"] = p => p.PageAsync<MailPage, MailView>(Mail()),
        ["employees"] = p => p.PageAsync<EmployeesPage, EmployeesView>(Employees()),
        ["employee"] = p => p.PageAsync<EmployeePage, EmployeeView>(OneEmployee()),
    };

    /// <summary>The answer of <c>/mailbox/{id}/html</c>.</summary>
    public const string MailHtml =
        "<!DOCTYPE html><html lang='da'><head><title>Ugens opslag</title></head><body style='font-family:sans-serif;margin:0;background:#f5f6f7;color:#1a2126'>"
        + "<div style='max-width:600px;margin:24px auto;padding:24px;background:#ffffff'><h1 style='font-size:22px'>Hej Astrid</h1>"
        + "<p>Tre opslag til dig i denne uge.</p><p><a style='color:#0f5c5c' href='https://nordlys.example/t/abc'>Del opslaget</a></p></div></body></html>";

    public static IEnumerable<KeyValuePair<string, Func<PageRenderer, Task<IResult>>>> All =>
        Employee
            .Concat(Joining)
            .Concat(Drops)
            .Concat(Desk)
            .Concat(Sharing)
            .Concat(Feeds)
            .Concat(OfProgramme)
            .Concat(OfDashboard)
            .Concat(Local);

    public static ConfirmConsentView Confirm(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Purpose = ConsentPurpose.DigestEmail,
            Wording = new ConsentWordings().Current(ConsentPurpose.DigestEmail, language).Text,
            WordingVersion = "2026-11",
        };

    public static PreferencesView Preferences(string language) =>
        new()
        {
            Company = Company with
            {
                Why = new LocalText(
                    "En kollegas ord bliver læst, hvor en annonce bliver sprunget over.\n\nDerfor spørger vi, om du vil dele det, du selv synes er værd at fortælle.",
                    "A colleague's words are read where an advertisement is skipped.\n\nSo we ask whether you would like to share what you find worth telling."
                ),
            },
            Language = language,
            Token = "token.mac",
            Name = "Astrid Holm",
            Saved = Saved.DigestNow,
            Purposes =
            [
                .. Enum.GetValues<ConsentPurpose>()
                    .Select(
                        (purpose, i) =>
                            new PurposeView(new ConsentWordings().Current(purpose, language), i == 1 ? null : Now)
                    ),
            ],
            Digest = new DigestEntry("EveryOtherWeek", "Thursday", "14", "Europe/Copenhagen", "3"),
            Zones = TimeZones.Near("Europe/Copenhagen", ["Asia/Kolkata"]),
            UsualPosts = 5,
            SuggestUrl = "https://advocacy.nordlys.example/suggest/token",
            Pause = new PauseEntry("2026-12-24", new DateOnly(2026, 11, 25), new DateOnly(2027, 11, 24))
            {
                PausedUntil = new DateOnly(2026, 12, 24),
            },
            Topics = new TopicsEntry(
                ["careers", "community", "engineering", "forsyningssikkerhedsstrategi", "wind"],
                ["engineering", "wind"]
            ),
            Languages = new LanguageEntry(language, ["da", "en", "sv"], ["da", "en"]),
            Guidelines = new GuidelinesView(
                new Guidelines
                {
                    Id = Guidelines.GuidelinesId,
                    Version = "2026-2",
                    Text = new LocalText(
                        "Det er frivilligt\nDel kun det, du selv synes er interessant.\n\nSig, hvor du arbejder\nSkriv i selve opslaget, at du arbejder hos os.",
                        "It is voluntary\nShare only what you find interesting yourself.\n\nSay where you work\nSay in the post itself that you work with us."
                    ),
                },
                "2026-1"
            ),
            History =
            [
                Line(ConsentPurpose.ClickMeasurement, ConsentAction.Withdrawn, 4, "one-click", language),
                Line(ConsentPurpose.ShareStatistics, ConsentAction.Given, 3, "preferences", language),
                Line(
                    ConsentPurpose.ClickMeasurement,
                    ConsentAction.Given,
                    2,
                    "import:kick-off, signed on paper",
                    language
                ),
                Line(ConsentPurpose.DigestEmail, ConsentAction.Given, 1, "confirm-page", language),
            ],
            Shares =
            [
                new ShareLine("Vi bygger Danmarks største varmepumpe", Now, "linkedin", 1234),
                new ShareLine(null, Now.AddDays(-40), "other", null),
            ],
        };

    public static PreferencesView PreferencesOfANewcomer() =>
        Preferences("da") with
        {
            Company = Company,
            Saved = null,
            Purposes = [.. Preferences("da").Purposes.Select(one => one with { GivenAt = null })],
            Pause = new PauseEntry("", new DateOnly(2026, 11, 25), new DateOnly(2027, 11, 24)),
            Topics = new TopicsEntry([], []),
            Guidelines = null,
            History = [],
            Shares = null,
        };

    public static PreferencesView WrongPreferences(string language) =>
        Preferences(language) with
        {
            Saved = null,
            WordsChanged = true,
            Digest = new DigestEntry("Daily", "Someday", "24", "Europe/Copenhaven", "11")
            {
                Wrong = Enum.GetValues<DigestField>(),
                ZoneMeant = "Europe/Copenhagen",
            },
            Pause = Preferences(language).Pause with { Until = "soon", Fault = PauseFault.NoDate },
            Topics = Preferences(language).Topics with { IsWrong = true },
            Languages = Preferences(language).Languages with { IsWrong = true },
            Guidelines = Preferences(language).Guidelines! with { Changed = true },
        };

    private static HistoryLine Line(
        ConsentPurpose purpose,
        ConsentAction action,
        int sequence,
        string channel,
        string language
    ) =>
        new(
            Now.AddDays(sequence - 30),
            new ConsentEvent
            {
                Id = $"{sequence}",
                EmployeeId = "e",
                Purpose = purpose,
                Action = action,
                Sequence = sequence,
                WordingVersion = "2026-1",
                WordingHash = new string('a', 64),
                Language = language,
                Channel = channel,
                At = Now,
            }
        );

    public static ConfirmedView Confirmed(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Purpose = ConsentPurpose.DigestEmail,
            WordingVersion = "2026-11",
            At = Now,
            WithdrawUrl = "/unsubscribe/token",
        };

    public static StartView Start() =>
        new()
        {
            Frame = Frame,
            EditionId = "2026-W48",
            Notice = new("Nothing new to send: everyone who is due has had this week's digest.", NoticeKind.Plain),
            LastRun = new(
                Now,
                [
                    new("Harvested", 31, "entries", "3 feeds, 2 duplicates"),
                    new("Dropped", 12, "content drops"),
                    new("Judged", 41, "posts", "37 ready, 4 held"),
                    new("Planned", 30, "digests", "6 of 40 without consent"),
                    new("Sent", 29, "digests", Failed: 1),
                ]
            ),
            Posts = new(37, 4, 0),
            Employees = new(31, 1, 8, 1),
            Deliveries = new(0, 0, 29, 1, 0),
            Engagement = new(29, 14, 6, 1_234),
            Feeds = new(3, 1),
            Timers =
            [
                new("PlanDigests", "whose digest hour has come", Now.AddMinutes(48)),
                new("HarvestFeeds", "reads the feeds", Now.AddMinutes(55)),
                new("KeepHouse", "retention and stale claims", Now.AddHours(17)),
            ],
            Outbox = ".advocacy/outbox",
        };

    public static MailboxView Mailbox() =>
        new()
        {
            Frame = Frame,
            Mails =
            [
                new("d1", "Astrid Holm", "astrid.holm@nordlys.example", "Tre opslag til dig i denne uge", Now),
                new("d2", "Oliver Bennett", "oliver.bennett@nordlys.example", "Five posts for you this week", Now),
                new(
                    "d3",
                    "Anne-Margrethe Søndergaard-Kristoffersen",
                    "anne-margrethe.soendergaard-kristoffersen@nordlys.example",
                    "Fem opslag til dig i denne uge: havvind, fjernvarme og en kollega, der går på pension",
                    Now.AddDays(-7)
                ),
            ],
            Paging = new(2, 25, 86),
        };

    public static MailView Mail() =>
        new()
        {
            Frame = Frame,
            Id = "d1",
            Subject = "Tre opslag til dig i denne uge",
            Headers =
            [
                new("From", "Nordlys Energi <digest@nordlys.example>"),
                new("To", "Astrid Holm <astrid.holm@nordlys.example>"),
                new("Date", "Tue, 24 Nov 2026 09:05:00 +0100"),
                new("List-Unsubscribe", "<https://nordlys.example/unsubscribe/" + new string('x', 120) + ">"),
                new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ],
            Text = "Hej Astrid\n\nTre opslag til dig i denne uge.\n\nhttps://nordlys.example/s/" + new string('y', 120),
            HtmlBytes = 23_400,
            EmployeeId = "e1",
        };

    public static EmployeesView Employees() =>
        new()
        {
            Frame = Frame,
            Employees =
            [
                new(Person("e1", "Astrid Holm", "Havvind"), Consents(ConsentAction.Given)),
                new(
                    Person("e2", "Oliver Bennett", "Customer Service") with
                    {
                        PausedUntil = Now.AddDays(20),
                        Language = "en",
                    },
                    Consents(ConsentAction.Given)
                ),
                new(
                    Person("e3", "Anne-Margrethe Søndergaard-Kristoffersen", "Økonomi"),
                    Consents(ConsentAction.Withdrawn)
                ),
                new(Person("e4", "Jens Bo", "Drift") with { Topics = [] }, null),
            ],
            Paging = new(1, 25, 40),
        };

    public static EmployeeView OneEmployee() =>
        new()
        {
            Frame = Frame,
            Employee = Person("e1", "Astrid Holm", "Havvind") with { PausedUntil = Now.AddDays(3) },
            Consent = Consents(ConsentAction.Given),
            History =
            [
                Entry(2, ConsentPurpose.ShareStatistics, ConsentAction.Withdrawn, "confirm-page"),
                Entry(1, ConsentPurpose.DigestEmail, ConsentAction.Given, "import: underskrevet ved onboarding 2026"),
            ],
            Deliveries =
            [
                Digest("d1", "2026-W48", DeliveryState.Sent),
                Digest("d0", "2026-W47", DeliveryState.Failed) with
                {
                    Reason = "The address was refused.",
                },
            ],
            ConfirmUrls = new Dictionary<ConsentPurpose, string>
            {
                [ConsentPurpose.ClickMeasurement] = "/consent/measure",
            },
            UnsubscribeUrl = "/unsubscribe/token",
        };

    private static Post Post(string id, string title, PostStatus status, double positive, double negative) =>
        new()
        {
            Id = id,
            Url = $"https://www.nordlys.example/nyheder/{id}",
            Title = title,
            Language = "da",
            PublishedAt = Now.AddDays(-2),
            TakenInAt = Now,
            Status = status,
            Topics = ["havvind"],
            Tone = new()
            {
                Sentiment = negative > positive ? Sentiment.Negative : Sentiment.Positive,
                Positive = positive,
                Negative = negative,
                Neutral = 1 - positive - negative,
                Analyzer = "lexicon/1",
            },
        };

    private static Employee Person(string id, string name, string unit) =>
        new()
        {
            Id = id,
            Address = $"{id}@nordlys.example",
            Name = name,
            Unit = unit,
            Archetype = Archetype.Enthusiast,
            Topics = ["havvind", "fjernvarme"],
            Language = "da",
            TimeZone = "Europe/Copenhagen",
        };

    private static CurrentConsent Consents(ConsentAction digest) =>
        new()
        {
            Id = CurrentConsent.CurrentId,
            EmployeeId = "e1",
            Purposes = new Dictionary<ConsentPurpose, ConsentAction> { [ConsentPurpose.DigestEmail] = digest },
            Sequence = 1,
        };

    private static ConsentEvent Entry(int sequence, ConsentPurpose purpose, ConsentAction action, string channel) =>
        new()
        {
            Id = $"c{sequence}",
            EmployeeId = "e1",
            Purpose = purpose,
            Action = action,
            Sequence = sequence,
            WordingVersion = "2026-11",
            WordingHash = new string('a', 64),
            Language = "da",
            Channel = channel,
            At = Now.AddDays(-sequence),
        };

    private static Delivery Digest(string id, string edition, DeliveryState state) =>
        new()
        {
            Id = id,
            EmployeeId = "e1",
            EditionId = edition,
            Picks = [new("p1", "t1"), new("p2", "t1")],
            State = state,
            PlannedAt = Now,
            SettledAt = Now,
        };

    private static FeedSource Source(string id, string name, string url) =>
        new()
        {
            Id = id,
            Name = name,
            Url = url,
        };
}
