using Advocacy.Content;
using Advocacy.Desk;
using Advocacy.Drops;
using Advocacy.Platform.Pages;
using Advocacy.Sharing;
using Advocacy.Tone;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Pages;

/// <summary>The review desk.</summary>
internal static partial class SampleViews
{
    private const string Negative = "Afregningen gik helt galt for 4.000 kunder.";

    public static readonly IReadOnlyDictionary<string, Func<PageRenderer, Task<IResult>>> Desk = new Dictionary<
        string,
        Func<PageRenderer, Task<IResult>>
    >(StringComparer.Ordinal)
    {
        ["desk-da"] = p => p.PageAsync<DeskPage, DeskView>(DeskList("da")),
        ["desk-en"] = p => p.PageAsync<DeskPage, DeskView>(DeskList("en")),
        ["desk-empty-da"] = p =>
            p.PageAsync<DeskPage, DeskView>(
                DeskList("da") with
                {
                    Failures = 0,
                    Found = new(new DeskFilter(), [], 0, 1, 0, new([], [], [], [])),
                }
            ),
        ["desk-narrow-en"] = p =>
            p.PageAsync<DeskPage, DeskView>(
                DeskList("en") with
                {
                    Found = new(
                        new DeskFilter
                        {
                            Thin = true,
                            Status = PostStatus.Ready,
                            Topic = "havvind",
                            Days = 7,
                        },
                        [new(Post("p1", "Havvind ved Thyborøn", PostStatus.Ready, 0.71, 0.06), 120)],
                        1,
                        1,
                        4,
                        new([], ["da"], ["havvind"], [DeskFilter.Dropped])
                    ),
                }
            ),
        ["desk-post-da"] = p => p.PageAsync<DeskPostPage, DeskPostView>(DeskPost("da")),
        ["desk-post-en"] = p => p.PageAsync<DeskPostPage, DeskPostView>(DeskPost("en") with { Done = DeskAct.Judge }),
        ["desk-post-wrong-da"] = p =>
            p.PageAsync<DeskPostPage, DeskPostView>(
                DeskPost("da") with
                {
                    Entered = new()
                    {
                        Act = DeskAct.Edit,
                        Note = "",
                        Entry = new()
                        {
                            Title = "",
                            Summary = "Kort.",
                            Image = "nej",
                        },
                        Faults = ["title", "language", "topics", "image"],
                    },
                }
            ),
        ["desk-post-no-note-en"] = p =>
            p.PageAsync<DeskPostPage, DeskPostView>(
                DeskPost("en") with
                {
                    Entered = new()
                    {
                        Act = DeskAct.Approve,
                        Note = "",
                        Entry = new(),
                        Faults = ["note"],
                    },
                }
            ),
        ["desk-post-changed-da"] = p =>
            p.PageAsync<DeskPostPage, DeskPostView>(
                DeskPost("da") with
                {
                    IsChanged = true,
                    Entered = new()
                    {
                        Act = DeskAct.Reject,
                        Note = "Det er ikke sket.",
                        Entry = new(),
                    },
                    Differences =
                    [
                        new(DeskChanges.Status, "Ready", "Rejected"),
                        new(DeskChanges.Expires, "", "2026-12-24T11:00:00.000Z"),
                    ],
                }
            ),
    };

    public static DeskPostView DeskPost(string language)
    {
        var post = Held() with
        {
            SuggestedBy = "e1",
            ShareTexts =
            [
                new("t1", "da", "Vi beklager, at afregningen gik helt galt."),
                new("t2", "en", "We are sorry. AND ANGRY AT OURSELVES!", "x"),
            ],
        };
        return new()
        {
            Frame = DeskFrameOf(language),
            Post = post,
            ETag = "\"1\"",
            NextId = "p1",
            Suggester = new Suggester("Astrid Holm", "Havvind"),
            Texts =
            [
                .. post.ShareTexts.Select(text => new DeskText(
                    text,
                    Disclosure.Compose(text, post, Company),
                    text.Channel is null ? null : (78, 280),
                    text.Channel is null ? ["X", "Bluesky"] : []
                )),
            ],
            History =
            [
                EntryOf(DeskAct.PutBack, "Se på den igen.", [new(DeskChanges.Status, "Ready", "Held")]),
                EntryOf(
                    DeskAct.Edit,
                    null,
                    [new(DeskChanges.Title, "Gammel titel", "Ny titel"), new(DeskChanges.Text + "t1", "[da] Før", "")]
                ),
            ],
        };
    }

    private static DeskView DeskList(string language) =>
        new(
            DeskFrameOf(language),
            new(
                new DeskFilter { Status = null, Page = 2 },
                [
                    new(Held(), 0),
                    new(
                        Post("p1", "Havvind ved Thyborøn: første vindmølle er rejst", PostStatus.Ready, 0.71, 0.06) with
                        {
                            Topics = ["havvind", "anlæg", "medarbejdere"],
                            ExpiresAt = Now.AddDays(3),
                        },
                        0
                    ),
                    new(
                        Post("p3", "Spar 20 % på varmepumper", PostStatus.New, 0, 0) with
                        {
                            Tone = null,
                            Commercial = true,
                        },
                        0
                    ),
                    new(Post("p4", new string('x', 120), PostStatus.Rejected, 0, 0), 0),
                    new(Post("p5", "Trukket tilbage", PostStatus.Withdrawn, 0, 0), 0),
                ],
                80,
                4,
                1,
                new(["negative-sentence", "topic"], ["da", "en"], ["havvind"], [DeskFilter.Dropped, "s1"])
            ),
            2
        );

    private static Post Held() =>
        Post("p2", "Afregningen gik helt galt", PostStatus.Held, 0.08, 0.64) with
        {
            Summary = $"Det startede godt. {Negative} Vi retter det nu.",
            Verdict = new(
                ToneOutcome.Held,
                [
                    Reason("negative-sentence", "Negativ sætning", "rewrite", TonePart.Summary, 19, Negative),
                    Reason(
                        "topic:complaints",
                        "Nævner klager",
                        "ask-responsible",
                        TonePart.Summary,
                        31,
                        "gik helt galt"
                    ),
                    Reason("shouting", "Råber", "calm-down", "t2", 14, "AND ANGRY AT OURSELVES"),
                    new("negative", "The post as a whole reads as negative.") { WayOut = "brighten" },
                ],
                "1"
            ),
        };

    private static ToneReason Reason(string rule, string da, string wayOut, string field, int offset, string quote) =>
        new(rule, $"{rule}: “{quote}”", quote)
        {
            MessageDa = $"{da}: »{quote}«",
            WayOut = wayOut,
            Field = field,
            Offset = offset,
            Length = quote.Length,
        };

    private static DeskEntry EntryOf(DeskAct act, string? note, IReadOnlyList<DeskChange> changes) =>
        new()
        {
            Id = act.ToString(),
            Subject = "s",
            PostId = "p2",
            By = "mia@nordlys.example",
            At = Now,
            Act = act,
            Note = note,
            Changes = changes,
        };

    private static DeskFrame DeskFrameOf(string language) =>
        new(
            Company,
            language,
            "token",
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"),
            Now,
            new Dictionary<string, string> { ["s1"] = "Nyheder (RSS)" }
        );
}
