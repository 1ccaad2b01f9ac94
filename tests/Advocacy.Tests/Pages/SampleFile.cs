using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Rights;
using Advocacy.Tests.Platform;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Pages;

/// <summary>What would be on record about one person, one of each kind.</summary>
internal static class SampleFile
{
    private const string Id = "8d5e957f297893487bd98fa830fa6413";

    public static async Task<DataView> ViewAsync(string language)
    {
        var store = new InMemoryDocumentStore(new FakeTimeProvider(SampleViews.Now));
        await store.UpsertAsync(Containers.Posts, Post());
        var words = new DataWords(
            store,
            Options.Create(new RosterOptions()),
            Options.Create(new ConsentOptions()),
            Options.Create(new DigestOptions()),
            Options.Create(new EngagementOptions()),
            new ContentOptions()
        );
        return new DataView
        {
            Company = SampleViews.Company,
            Language = language,
            At = SampleViews.Now,
            Sections = await words.OfAsync(File(language), language),
            IsErased = false,
            PreferencesUrl = "../token",
        };
    }

    private static PersonalFile File(string language)
    {
        var employee = Employee(language);
        return new PersonalFile(
            new Subject(Id, employee.Address, new Pseudonyms(new Secrets([new byte[32]], new byte[32]))),
            employee,
            [
                .. Documents(employee)
                    .GroupBy(document => document.GetType())
                    .Select(group => new PersonalRecords(
                        Records.All.Single(kind => kind.Type == group.Key),
                        [.. group]
                    )),
            ]
        );
    }

    private static IEnumerable<Document> Documents(Employee employee)
    {
        yield return employee;
        yield return new CurrentConsent
        {
            Id = CurrentConsent.CurrentId,
            EmployeeId = Id,
            Purposes = new Dictionary<ConsentPurpose, ConsentAction>
            {
                [ConsentPurpose.DigestEmail] = ConsentAction.Given,
                [ConsentPurpose.ShareStatistics] = ConsentAction.Withdrawn,
            },
        };
        yield return new ConsentEvent
        {
            Id = "000001",
            EmployeeId = Id,
            Purpose = ConsentPurpose.DigestEmail,
            Action = ConsentAction.Given,
            Sequence = 1,
            WordingVersion = ConsentWordings.CurrentVersion,
            WordingHash = "",
            Language = "da",
            Channel = "import:kick-off, signed on paper",
            At = SampleViews.Now.AddDays(-200),
            Cause = ConsentCause.Roster,
        };
        yield return new Delivery
        {
            Id = "d1",
            EmployeeId = Id,
            EditionId = "2026-W48",
            Picks = [new Pick(Post().Id, "t1"), new Pick("gone", "t1")],
            State = DeliveryState.Sent,
            PlannedAt = SampleViews.Now,
            SettledAt = SampleViews.Now,
        };
        yield return new Invitation
        {
            Id = "i1",
            EmployeeId = Id,
            State = DeliveryState.Sent,
            PlannedAt = SampleViews.Now.AddDays(-230),
        };
        yield return new JoinRequest
        {
            Id = "j1",
            EmployeeId = Id,
            Address = employee.Address,
            Language = "da",
            Purposes = [],
        };
        yield return new EngagementEvent
        {
            Id = "e1",
            Subject = Id,
            Kind = EngagementKind.Shared,
            PostId = Post().Id,
            Channel = "linkedin",
            At = SampleViews.Now,
        };
        yield return new FailedMessage
        {
            Id = "f1",
            Queue = Queues.Digests,
            Body = "",
            Reason = "",
            FirstAt = SampleViews.Now,
            LastAt = SampleViews.Now,
        };
    }

    private static Employee Employee(string language) =>
        new()
        {
            Id = Id,
            Address = "astrid.marie.van.der.hoeven-lindqvist@nordlys.example",
            Name = "Astrid Holm",
            Unit = "Havvind",
            Language = language,
            TimeZone = "Europe/Copenhagen",
            Topics = ["wind", "engineering"],
        };

    private static Post Post() =>
        new()
        {
            Id = "p1",
            Url = "https://nordlys.example/1",
            Title = "Havvind ved Thyborøn: første vindmølle er rejst",
            Language = "da",
            PublishedAt = SampleViews.Now,
            TakenInAt = SampleViews.Now,
        };
}
