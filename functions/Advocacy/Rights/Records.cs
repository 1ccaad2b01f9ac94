using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Desk;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Drops;
using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.Insights.Days;
using Advocacy.Insights.Value;
using Advocacy.Insights.Weeks;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.MailEvents;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Store;
using Advocacy.Preferences;
using Advocacy.Programme;
using Advocacy.Programme.Branding;
using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;
using Advocacy.Programme.Setup;
using Advocacy.Programme.Training;
using Advocacy.Tone;

namespace Advocacy.Rights;

/// <summary>
/// Every kind of document that there is. What is not here is in no export and survives an erasure, so a test demands that each kind stands
/// here: with how a person's are found, or why it is about nobody; and with how long it stays.
/// </summary>
/// <remarks>What becomes of a kind when its person is erased says <see cref="Erasure"/>.</remarks>
public static class Records
{
    private const string Proof = "Advocacy:Consent:KeepProofDays after the last yes was withdrawn";

    public static IReadOnlyList<RecordKind> All { get; } =
    [
        RecordKind.OfPerson<Employee>(
            Containers.Employees,
            DataGroup.Profile,
            "kept: until the person erases it; the roster is the company's own list of who works there"
        ),
        RecordKind.OfPerson<ErasedEmployee>(
            Containers.Employees,
            DataGroup.Erased,
            "Advocacy:Roster:KeepErasedDays after the last roster that named the person"
        ),
        RecordKind.OfPerson<CurrentConsent>(Containers.Consents, DataGroup.Consents, Proof),
        RecordKind.OfPerson<ConsentEvent>(Containers.Consents, DataGroup.Consents, Proof),
        RecordKind.OfPerson<Delivery>(Containers.Deliveries, DataGroup.Mails, "Advocacy:Digests:KeepDeliveriesDays"),
        RecordKind.OfPerson<MailNotice>(Containers.Deliveries, DataGroup.Mails, "Advocacy:Digests:KeepDeliveriesDays"),
        RecordKind.OfPerson<Invitation>(
            Containers.Deliveries,
            DataGroup.Mails,
            "kept: as long as the employee, because nobody is invited twice"
        ),
        RecordKind.OfPerson<JoinRequest>(Containers.Deliveries, DataGroup.Mails, "Advocacy:Join:LinkHours"),
        RecordKind.OfPerson<FreshLink>(Containers.Deliveries, DataGroup.Mails, "two days after it was asked for"),
        RecordKind.OfPerson<AnswerLetter>(Containers.Deliveries, DataGroup.Mails, "30 days after it was ordered"),
        RecordKind.OfPerson<EngagementEvent>(
            Containers.Engagements,
            DataGroup.Engagement,
            "Advocacy:Engagement:KeepDays"
        ),
        RecordKind.OfPerson<PulseMark>(
            Containers.Engagements,
            DataGroup.Technical,
            "43 days; until its question is closed where that is sooner",
            (sources, subject, cancel) => PulseMarks.OfAsync(sources.Store, subject.Pseudonyms, subject.Id, cancel)
        ),
        RecordKind.OfPerson<FailedMessage>(
            Containers.Failures,
            DataGroup.Technical,
            "Advocacy:Failures:KeepDays; seven days where it is tried again by itself",
            (sources, subject, cancel) =>
                sources
                    .Failures.AboutAsync(subject.IsNamedIn, cancel)
                    // The same message names others: what is said of them is not this person's to have.
                    .Select(failed => failed with { Body = MessageParts.Only(failed.Body, subject.IsNamedIn) })
        ),
        RecordKind.OfPerson<RateCounter>(
            Containers.Limits,
            DataGroup.Technical,
            "the limit's own window, at most a day",
            (sources, subject, cancel) => sources.Limits.OfPersonAsync(subject.Id, cancel)
        ),
        // What the company published; of a person only where they suggested it.
        RecordKind.OfPerson<Post>(
            Containers.Posts,
            DataGroup.Suggestions,
            "Advocacy:Content:KeepPostDays after its last change",
            SuggestedBy<Post>
        ),
        RecordKind.OfPerson<DropRecord>(
            Containers.Posts,
            DataGroup.Suggestions,
            "Advocacy:Content:KeepPostDays after its last change",
            SuggestedBy<DropRecord>
        ),
        RecordKind.OfNobody<StoryMark>(
            Containers.Posts,
            "14 days after the headline came",
            "which post has a headline that another feed may repeat"
        ),
        RecordKind.OfNobody<RememberedTone>(
            Containers.Posts,
            "Advocacy:Content:KeepPostDays after it was read",
            "how a text that the company published sounds"
        ),
        RecordKind.OfNobody<TonePolicyMark>(
            Containers.Programme,
            "kept: the one mark of which tone policy judged the posts",
            "a version and an instant"
        ),
        RecordKind.OfNobody<FeedSource>(
            Containers.Sources,
            "kept: as long as the company wants the feed",
            "an address that the company publishes at"
        ),
        RecordKind.OfNobody<Edition>(
            Containers.Editions,
            "Advocacy:Digests:KeepDeliveriesDays",
            "that a week's digests began"
        ),
        RecordKind.OfNobody<UnitTally>(
            Containers.Editions,
            "fifteen days",
            "how often a unit was given each text; for the moment of planning, what each delivery will hold under the delivery's opaque id"
        ),
        RecordKind.OfNobody<HourTally>(
            Containers.Editions,
            "fifteen days",
            "how often the people of a digest hour were given each post"
        ),
        RecordKind.OfNobody<CompanyTally>(
            Containers.Editions,
            "Advocacy:Digests:OldestPostDays and three weeks",
            "how often the company was given each post"
        ),
        RecordKind.OfNobody<PlannerProgress>(
            Containers.Editions,
            "kept: the one mark of how far planning has come",
            "an instant"
        ),
        RecordKind.OfNobody<Insight>(
            Containers.Insights,
            "Advocacy:Insights:KeepDays after the last event that it counts was gone",
            "sums of at least the smallest group"
        ),
        RecordKind.OfNobody<WeekInsight>(Containers.Insights, "Advocacy:Insights:KeepDays", "sums of a week"),
        RecordKind.OfNobody<GroupInsight>(
            Containers.Insights,
            "Advocacy:Insights:KeepDays",
            "sums of at least the smallest group, of a week"
        ),
        RecordKind.OfNobody<PostLabel>(
            Containers.Editions,
            "Advocacy:Insights:KeepDays after something of the post was last counted",
            "what the company published"
        ),
        RecordKind.OfNobody<WeekFacts>(
            Containers.Editions,
            "Advocacy:Insights:KeepDays",
            "how many of all agreed to what and follow which topic, and how various the texts were"
        ),
        RecordKind.OfNobody<RateSets>(
            Containers.Programme,
            "kept: old weeks are valued by the rates they had",
            "what a click costs the company"
        ),
        RecordKind.OfNobody<DeliveryTally>(
            Containers.Engagements,
            "Advocacy:Engagement:KeepDays",
            "how many were mailed what, in counts"
        ),
        RecordKind.OfNobody<DeskEntry>(
            Containers.Engagements,
            "Advocacy:Desk:KeepEntriesDays",
            "what the comms team decided about the company's posts, and who in it: its proof of who let out what"
        ),
        RecordKind.OfNobody<TouchedDay>(
            Containers.Editions,
            "Advocacy:Engagement:KeepDays after something of the day was last recorded",
            "a date"
        ),
        RecordKind.OfNobody<DaySummary>(Containers.Editions, "Advocacy:Insights:KeepDays", "sums of a day"),
        RecordKind.OfNobody<WeekSummary>(Containers.Editions, "Advocacy:Insights:KeepDays", "sums of a week"),
        RecordKind.OfNobody<PostLife>(
            Containers.Editions,
            "Advocacy:Insights:KeepDays after the last week with something of the post",
            "sums of a post"
        ),
        RecordKind.OfNobody<RollUpMark>(
            Containers.Editions,
            "kept: the one mark of how far the roll-up has come",
            "days and tags"
        ),
        RecordKind.OfNobody<CompanyProfile>(
            Containers.Programme,
            "kept: the one profile, as long as the company takes part",
            "the company's name and its own addresses"
        ),
        RecordKind.OfNobody<Guidelines>(
            Containers.Programme,
            "kept: the one document, as long as the company takes part",
            "what the company asks of everybody"
        ),
        RecordKind.OfNobody<CompanyTip>(
            Containers.Programme,
            "kept: until the comms team takes it away",
            "advice to everybody"
        ),
        RecordKind.OfNobody<TipSettings>(
            Containers.Programme,
            "kept: the one setting, as long as the company takes part",
            "which tips the mail brings"
        ),
        RecordKind.OfNobody<PulseQuestion>(
            Containers.Programme,
            "kept: what was asked and what came of it is the programme's own history",
            "a question to everybody, and sums of at least the smallest group"
        ),
        RecordKind.OfNobody<PulseBox>(
            Containers.Engagements,
            "kept: until its question is closed, when the answers are counted and it is deleted",
            "counts of answers, nobody's in particular"
        ),
        RecordKind.OfNobody<GoalTarget>(
            Containers.Programme,
            "kept: a month that has passed is judged by the target it had",
            "a figure that all reach together"
        ),
        RecordKind.OfNobody<Challenge>(
            Containers.Programme,
            "kept: until the comms team takes it away",
            "something that all try together"
        ),
        RecordKind.OfNobody<ProgrammeState>(
            Containers.Programme,
            "kept: the one mark of what is set up, as long as the company takes part",
            "which steps of the programme were taken, and on which day"
        ),
        RecordKind.OfNobody<BrandingText>(
            Containers.Programme,
            "kept: the one text, as long as the company takes part",
            "what the company says to everybody"
        ),
        RecordKind.OfNobody<EmployeeZones>(
            Containers.Programme,
            "kept: the one list, at most a few hundred names",
            "the time zones in which there are people"
        ),
    ];

    private static IAsyncEnumerable<Document> SuggestedBy<T>(
        RecordSources sources,
        Subject subject,
        CancellationToken cancellationToken
    )
        where T : Document =>
        sources
            .Store.QueryAllAsync<T>(Suggestions(subject.Id), cancellationToken)
            .Select(stored => (Document)stored.Value);

    /// <summary>What lies beside the posts because the employee suggested it.</summary>
    internal static Query Suggestions(string employeeId) =>
        new(Containers.Posts) { Where = [new Condition("suggestedBy", Comparison.Equal, employeeId)] };
}
