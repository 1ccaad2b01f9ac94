using Advocacy.Content;
using Advocacy.Drops;
using Advocacy.Failures;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Queue;
using Advocacy.Tone;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Pages;

/// <summary>The pages on which content is dropped and suggested, and the one where what failed waits.</summary>
internal static partial class SampleViews
{
    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> Drops = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["drop-da"] = p =>
            p.PageAsync<DropPage, DropView>(Drop("da") with { IsOpen = false, Preview = null, Entry = new() }),
        ["drop-looked-da"] = p => p.PageAsync<DropPage, DropView>(Drop("da")),
        ["drop-looked-en"] = p => p.PageAsync<DropPage, DropView>(Drop("en")),
        ["drop-wrong-da"] = p =>
            p.PageAsync<DropPage, DropView>(
                Drop("da") with
                {
                    Preview = null,
                    PageProblem = "There is no host of that name.",
                    Faults =
                    [
                        "url",
                        "title",
                        "summary",
                        "image",
                        "topics",
                        "language",
                        "text-1",
                        "units",
                        "reach",
                        "expires",
                    ],
                }
            ),
        ["drop-state-held-da"] = p => p.PageAsync<DropStatePage, DropStateView>(DropStateOf("da", PostStatus.Held)),
        ["drop-state-ready-en"] = p => p.PageAsync<DropStatePage, DropStateView>(DropStateOf("en", PostStatus.Ready)),
        ["drop-state-refused-en"] = p =>
            p.PageAsync<DropStatePage, DropStateView>(
                DropStateOf("en", PostStatus.Ready) with
                {
                    Post = null,
                    Record = Record(DropState.Refused) with
                    {
                        Reasons = ["The drop has no title, and its page could not be read. HTTP 404."],
                    },
                }
            ),
        ["suggest-da"] = p => p.PageAsync<SuggestPage, SuggestView>(Suggest("da")),
        ["suggest-looked-en"] = p =>
            p.PageAsync<SuggestPage, SuggestView>(
                Suggest("en") with
                {
                    Entry = new("https://nordlys.example/havvind", "Norges største", "Jeg var der selv.", true),
                    Preview = new DropPreview(OfferedPost(), null),
                }
            ),
        ["suggest-wrong-da"] = p =>
            p.PageAsync<SuggestPage, SuggestView>(
                Suggest("da") with
                {
                    Faults = ["url", "title", "text-0"],
                    NeedsTitle = true,
                    TooMany = true,
                }
            ),
        ["suggest-sent-en"] = p => p.PageAsync<SuggestPage, SuggestView>(Suggest("en") with { IsSent = true }),
        ["failures-da"] = p => p.PageAsync<FailuresPage, FailuresView>(FailuresOf("da")),
        ["failures-en"] = p => p.PageAsync<FailuresPage, FailuresView>(FailuresOf("en")),
        ["failures-discarded-da"] = p =>
            p.PageAsync<FailuresPage, FailuresView>(
                FailuresOf("da") with
                {
                    State = FailedMessageState.Discarded,
                    Done = FailureDone.Gone,
                    Failures =
                    [
                        new(
                            Failed("f4", Queues.Tone, "There is no post 'p9'.", """{"postId":"p9"}""") with
                            {
                                State = FailedMessageState.Discarded,
                                DecidedBy = "mia@nordlys.example",
                                Note = "Opslaget er slettet for længst.",
                            },
                            Now
                        ),
                    ],
                }
            ),
        ["failures-none-en"] = p =>
            p.PageAsync<FailuresPage, FailuresView>(FailuresOf("en") with { Failures = [], Total = 0, Pages = 1 }),
    };

    public static DropView Drop(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            FormToken = "token.mac",
            IsOpen = true,
            Units = ["Drift Aarhus", "Marketing København", "Forsyningssikkerhedsstrategi"],
            Entry = new DropEntry
            {
                Url = "https://nordlys.example/nyheder/havvind-fase-2",
                Looked = "https://nordlys.example/nyheder/havvind-fase-2",
                Title = "Vi bygger fase 2 af Nordlys Havvind",
                Summary = "82 møller og strøm til en million hjem.",
                Image = Picture,
                Topics = "vind, bæredygtighed",
                Language = "da",
                Texts =
                [
                    new("linkedin", "da", "I fire år har jeg fulgt det her projekt. I dag blev det virkelighed."),
                    new("x", "", new string('å', 300)),
                    new("", "", ""),
                ],
                ExpiresAt = "2026-12-24T12:00",
                Priority = "high",
                WantedReach = "40",
                Units = "Drift Aarhus\nMarketing København",
                Archetypes = ["specialist"],
                Commercial = true,
            },
            Preview = new DropPreview(
                OfferedPost(),
                new ToneVerdict(
                    ToneOutcome.Held,
                    [
                        new("topic", "Mentions “fyringsrunde”: People losing their jobs is announced by the company.")
                        {
                            MessageDa = "Nævner ”fyringsrunde”: At nogen mister jobbet, fortæller virksomheden selv.",
                        },
                    ],
                    "1"
                )
            ),
        };

    public static SuggestView Suggest(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            Entry = new SuggestEntry(),
        };

    public static FailuresView FailuresOf(string language) =>
        new()
        {
            Company = Company,
            Language = language,
            FormToken = "token.mac",
            State = FailedMessageState.Kept,
            Done = FailureDone.Mended,
            Page = 2,
            Pages = 3,
            Total = 52,
            Failures =
            [
                new(
                    Failed(
                        "f1",
                        Queues.Content,
                        "/url is \"ftp://nordlys.example\"; it takes an absolute http or https URL without a user name.",
                        "{\"title\":\"x\",\"url\":\"ftp://nordlys.example/" + new string('z', 200) + "\"}"
                    ),
                    Now
                )
                {
                    Entered = "{ \"url\": 1 }",
                    Defects = ["/url is a number; it takes text."],
                },
                new(
                    Failed("f2", Queues.Tone, "There is no post 'p9'.", """{"postId":"p9"}""") with
                    {
                        DecidedBy = "mia@nordlys.example",
                    },
                    Now
                )
                {
                    NoNote = true,
                },
                new(Failed("f3", Queues.Digests, "The store was away.", new string('x', 30_000)), Now),
            ],
        };

    private static FailedMessage Failed(string id, string queue, string reason, string body) =>
        new()
        {
            Id = id,
            Queue = queue,
            Reason = reason,
            Body = body,
            State = FailedMessageState.Kept,
            Attempts = 5,
            FirstAt = Now,
            LastAt = Now,
        };

    private static DropStateView DropStateOf(string language, PostStatus status) =>
        new()
        {
            Company = Company,
            Language = language,
            FormToken = "token.mac",
            DropId = "d1",
            Record = Record(DropState.TakenIn),
            Post = OfferedPost() with { Status = status, Verdict = Drop("da").Preview!.Verdict },
        };

    private static DropRecord Record(DropState state) =>
        new()
        {
            Id = "r1",
            State = state,
            Url = "https://nordlys.example/nyheder/havvind-fase-2",
            At = Now,
        };

    private static Post OfferedPost() =>
        new()
        {
            Id = "p1",
            Url = "https://nordlys.example/nyheder/havvind-fase-2",
            Title = "Vi bygger fase 2 af Nordlys Havvind",
            Summary = "82 møller og strøm til en million hjem.",
            ImageUrl = Picture,
            Language = "da",
            PublishedAt = Now,
            TakenInAt = Now,
        };
}
