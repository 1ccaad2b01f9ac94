using System.Globalization;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Drops;
using Advocacy.Engagement;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.MailEvents;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Preferences;
using Advocacy.Programme.Pulse;
using Microsoft.Extensions.Options;

namespace Advocacy.Rights;

/// <summary>Says in plain words what is on record about a person, where it comes from, what it is for and how long it stays.</summary>
public sealed class DataWords(
    IDocumentStore store,
    IOptions<RosterOptions> roster,
    IOptions<ConsentOptions> consent,
    IOptions<DigestOptions> digests,
    IOptions<EngagementOptions> engagement,
    ContentOptions content
)
{
    public string SourceOf(DataGroup group, string language) => RightsStrings.For(language)[$"Source{group}"];

    public string WhyOf(DataGroup group, string language) => RightsStrings.For(language)[$"Why{group}"];

    public string UntilOf(DataGroup group, string language) =>
        RightsStrings
            .For(language)
            .With(
                $"Until{group}",
                group switch
                {
                    DataGroup.Consents => consent.Value.KeepProofDays,
                    DataGroup.Mails => digests.Value.KeepDeliveriesDays,
                    DataGroup.Engagement => engagement.Value.KeepDays,
                    DataGroup.Suggestions => content.KeepPostDays,
                    DataGroup.Erased => roster.Value.KeepErasedDays,
                    _ => 0,
                }
            );

    public async Task<IReadOnlyList<DataSection>> OfAsync(
        PersonalFile file,
        string language,
        CancellationToken cancellationToken = default
    )
    {
        var documents = file.Kinds.SelectMany(records => records.Documents.Select(one => (records.Kind, one))).ToList();
        var titles = await TitlesAsync(documents.Select(pair => pair.one), cancellationToken);
        var sentences = new DataSentences(
            RightsStrings.For(language),
            titles,
            file.Employee?.TimeZone ?? roster.Value.DefaultTimeZone
        );
        return
        [
            .. documents
                .GroupBy(pair => pair.Kind.Group!.Value)
                .OrderBy(group => group.Key)
                .Select(group => new DataSection(
                    group.Key,
                    UntilOf(group.Key, language),
                    [.. group.SelectMany(pair => sentences.Of(pair.one))]
                )),
        ];
    }

    /// <summary>What the posts are called that the documents speak of; what is gone is left out.</summary>
    private async Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IEnumerable<Document> documents,
        CancellationToken cancellationToken
    )
    {
        var ids = documents
            .SelectMany(document =>
                document switch
                {
                    Delivery delivery => delivery.Picks.Select(pick => pick.PostId),
                    EngagementEvent one => [one.PostId],
                    _ => [],
                }
            )
            .Distinct();
        var posts = await Task.WhenAll(
            ids.Select(id => store.ReadAsync<Post>(Containers.Posts, id, id, cancellationToken))
        );
        return posts.OfType<Stored<Post>>().ToDictionary(post => post.Value.Id, post => post.Value.Title);
    }
}

/// <summary>One document after the other, in words.</summary>
internal sealed class DataSentences(PageTexts texts, IReadOnlyDictionary<string, string> titles, string zone)
{
    public IEnumerable<DataFact> Of(Document document) =>
        document switch
        {
            Employee employee => Profile(employee),
            CurrentConsent current => State(current),
            ConsentEvent one =>
            [
                new(
                    When(one.At),
                    texts.With(
                        $"Consent{one.Action}",
                        Purpose(one.Purpose),
                        one.WordingVersion,
                        one.Channel,
                        texts[$"Cause{one.Cause}"]
                    )
                ),
            ],
            Delivery one =>
            [
                new(
                    texts.With("DigestOf", one.EditionId),
                    $"{Delivered(one.State, one.SettledAt ?? one.PlannedAt)} {Titles(one.Picks.Select(p => p.PostId))}"
                ),
            ],
            MailNotice { ToldType: { } type } one => [new(When(one.At), texts.With("MailNoticeOther", type))],
            MailNotice one => [new(When(one.At), texts["MailNotice"])],
            Invitation one => [new(texts["InvitationMail"], Delivered(one.State, one.SettledAt ?? one.PlannedAt))],
            FreshLink one => [new(texts["FreshLinkMail"], one.SettledAt is { } at ? Delivered(one.State, at) : "")],
            JoinRequest one =>
            [
                new(texts["JoinMail"], texts.With("JoinEntered", one.Address ?? texts["Nothing"], one.Name)),
            ],
            EngagementEvent { Kind: EngagementKind.MailOpened or EngagementKind.LinkClicked, Rule: not null } one =>
            [
                new(When(one.At), texts.With("EventOfMachine", one.EditionId)),
            ],
            EngagementEvent { Kind: EngagementKind.MailOpened } one =>
            [
                new(When(one.At), texts.With("EventMailOpened", one.EditionId)),
            ],
            EngagementEvent one =>
            [
                new(
                    When(one.At),
                    texts.With(
                        $"Event{one.Kind}",
                        Title(one.PostId),
                        one.Reason is { } reason ? texts[$"Reason{reason}"] : one.Channel
                    )
                ),
            ],
            PulseMark => [new(texts["PulseMark"], texts["PulseMarkText"])],
            AnswerLetter one =>
            [
                new(texts["AnswerMail"], Delivered(one.State, one.SettledAt ?? one.ClaimedAt ?? one.GoneAt!.Value)),
            ],
            Post one =>
            [
                new(
                    When(one.TakenInAt),
                    texts.With(one.NameSuggester ? "SuggestedNamed" : "SuggestedUnnamed", one.Title)
                ),
            ],
            DropRecord { State: DropState.TakenIn } => [],
            DropRecord one => [new(When(one.At), texts.With("SuggestedUrl", one.Url))],
            ErasedEmployee mark => [new(When(mark.ErasedAt), texts["ErasedMark"])],
            FailedMessage one => [new(When(one.LastAt), texts.With("FailedMessage", one.Queue))],
            _ => [new(texts["Other"], texts["OtherText"])],
        };

    private IEnumerable<DataFact> Profile(Employee one)
    {
        yield return Fact("Name", one.Name);
        yield return Fact("Address", one.Address);
        yield return Fact("Unit", one.Unit);
        yield return Fact("Archetype", texts[$"Archetype{one.Archetype}"]);
        yield return Fact("Language", texts[$"Language{PageLanguage.Known(one.Language)}"]);
        yield return Fact("ReadsLanguages", string.Join(", ", one.ReadsLanguages));
        yield return Fact("Topics", string.Join(", ", one.Topics));
        yield return Fact(
            "Slot",
            texts.With(
                "SlotText",
                texts.Culture.DateTimeFormat.GetDayName(one.DigestDay),
                one.DigestHour.ToString("00", CultureInfo.InvariantCulture),
                one.TimeZone
            )
        );
        yield return Fact("Rhythm", texts[$"Rhythm{one.Rhythm}"]);
        yield return Fact("MostPosts", one.MostPosts?.ToString(texts.Culture));
        yield return Fact("PausedUntil", one.PausedUntil is { } until ? When(until) : null);
        yield return Fact("GuidelinesSeen", one.GuidelinesSeen);
        if (one.Suspended is { } suspended)
        {
            yield return Fact("Suspended", When(suspended.At));
        }
        yield return Fact("Number", one.Id);
    }

    private IEnumerable<DataFact> State(CurrentConsent current) =>
        Enum.GetValues<ConsentPurpose>()
            .Select(purpose => new DataFact(
                Purpose(purpose),
                texts[
                    current.Purposes.TryGetValue(purpose, out var action)
                        ? $"Now{(current.MustAskAgain(purpose) ? "Asked" : action.ToString())}"
                        : "NowUndecided"
                ]
            ));

    private DataFact Fact(string label, string? value) =>
        new(texts[label], string.IsNullOrEmpty(value) ? texts["Nothing"] : value);

    private string Delivered(DeliveryState state, DateTimeOffset at) => texts.With($"Mail{state}", When(at));

    private string Titles(IEnumerable<string> ids) => string.Join(" · ", ids.Select(Title));

    private string Title(string postId) => titles.TryGetValue(postId, out var title) ? $"“{title}”" : texts["GonePost"];

    private string Purpose(ConsentPurpose purpose) => ConsentStrings.All.GetString($"Purpose{purpose}", texts.Culture)!;

    private string When(DateTimeOffset at) => texts.When(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, zone));
}
