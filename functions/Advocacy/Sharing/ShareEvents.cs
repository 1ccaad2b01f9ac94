using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Engagement.Mails;
using Advocacy.Platform;

namespace Advocacy.Sharing;

/// <summary>What people tell about a shared post, under their own id only where they consented to that.</summary>
public sealed class ShareEvents(
    ConsentLedger consents,
    Pseudonyms pseudonyms,
    EngagementMessages engagement,
    TimeProvider time
)
{
    /// <summary>
    /// What the person agreed to: with click measurement their opening of the page may be noted, with share statistics what they tell is kept
    /// under their id.
    /// </summary>
    public Task<CurrentConsent> ConsentAsync(SharedPost shared, CancellationToken cancellationToken) =>
        consents.CurrentAsync(shared.Employee.Id, cancellationToken);

    /// <summary>A page that is opened twice was opened once: what counts is that the mail led there.</summary>
    public async Task OpenedAsync(SharedPost shared, CancellationToken cancellationToken)
    {
        if ((await ConsentAsync(shared, cancellationToken)).Allows(ConsentPurpose.ClickMeasurement))
        {
            var id = Ids.Of("viewed", shared.Delivery.Id, shared.Post.Id);
            await SendAsync(Event(shared, id, named: true, EngagementKind.SharePageViewed), cancellationToken);
        }
    }

    /// <summary>One per person and post, whatever the channel and however often it is told.</summary>
    public async Task SharedAsync(SharedPost shared, string channel, CancellationToken cancellationToken)
    {
        await TellAsync(
            shared,
            "shared",
            EngagementKind.Shared,
            one => one with { Channel = channel },
            cancellationToken
        );
        await ParticipatedAsync(shared, cancellationToken);
    }

    /// <summary>One per person and post; the first reason stands.</summary>
    public Task NotForMeAsync(SharedPost shared, NotForMeReason reason, CancellationToken cancellationToken) =>
        TellAsync(
            shared,
            "not-for-me",
            EngagementKind.NotForMe,
            one => one with { Reason = reason },
            cancellationToken
        );

    /// <summary>One per person and week, under nobody's id.</summary>
    private async Task ParticipatedAsync(SharedPost shared, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().UtcDateTime.Date;
        var week = Edition.IdOf(DateOnly.FromDateTime(today));
        var one = new EngagementEvent
        {
            Id = pseudonyms.OfParticipation(shared.Employee.Id, week),
            Subject = week,
            PostId = week,
            Kind = EngagementKind.Participated,
            At = new DateTimeOffset(today, TimeSpan.Zero),
        };
        var consent = await ConsentAsync(shared, cancellationToken);
        if (consent.Allows(ConsentPurpose.ShareStatistics))
        {
            one = one with { Unit = shared.Employee.Unit, Archetype = shared.Employee.Archetype };
            // How long it took is of click measurement as well, so only who agreed to both is measured.
            if (consent.Allows(ConsentPurpose.ClickMeasurement))
            {
                one = one with { MinutesFromMail = MinutesFromMail(shared) };
            }
        }
        await SendAsync(one, cancellationToken);
    }

    private async Task TellAsync(
        SharedPost shared,
        string what,
        EngagementKind kind,
        Func<EngagementEvent, EngagementEvent> with,
        CancellationToken cancellationToken
    )
    {
        // Asked at the last moment. Without consent the id must not lead back to the person: nobody without the installation's key
        // can make it again.
        var named = (await ConsentAsync(shared, cancellationToken)).Allows(ConsentPurpose.ShareStatistics);
        var id = named
            ? Ids.Of(what, shared.Delivery.Id, shared.Post.Id)
            : pseudonyms.OfEvent(what, shared.Delivery.Id, shared.Post.Id);
        var one = Event(shared, id, named, kind);
        await SendAsync(with(named ? WithWho(one, shared) : one), cancellationToken);
    }

    private int? MinutesFromMail(SharedPost shared) =>
        MailArrival.Of(shared.Delivery) is { } mailed && time.GetUtcNow() >= mailed
            ? (int)(time.GetUtcNow() - mailed).TotalMinutes
            : null;

    /// <summary>Not on an event without a name: unit and text together would lead to few people.</summary>
    private static EngagementEvent WithWho(EngagementEvent one, SharedPost shared) =>
        one with
        {
            Unit = shared.Employee.Unit,
            Archetype = shared.Employee.Archetype,
            TextId = shared.Text.Id,
        };

    private Task SendAsync(EngagementEvent one, CancellationToken cancellationToken) =>
        engagement.EnqueueAsync([one], cancellationToken);

    private EngagementEvent Event(SharedPost shared, string id, bool named, EngagementKind kind) =>
        new()
        {
            Id = id,
            Subject = named ? shared.Employee.Id : shared.Post.Id,
            Kind = kind,
            PostId = shared.Post.Id,
            EditionId = shared.EditionId,
            At = time.GetUtcNow(),
        };
}
