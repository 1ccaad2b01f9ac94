using System.Text.Json;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Preferences;

/// <summary>The message on the <c>fresh-links</c> queue.</summary>
/// <param name="Day">The UTC day on which it was asked for, as <c>2026-11-24</c>: one mail a day, however often it is asked for.</param>
public sealed record FreshLinkMessage(string EmployeeId, string Day);

/// <summary>
/// Orders a mail with a fresh link for a link that has expired. Whether the person is still known is asked later, by whoever mails: the answer
/// cannot say it.
/// </summary>
public sealed class FreshLinks(SiteLinks links, IWorkQueue queue, TimeProvider time)
{
    /// <summary>The form's <c>section</c>.</summary>
    public const string Section = "fresh-link";

    /// <summary>Does nothing where the token was never one of ours.</summary>
    public Task OrderAsync(string token, CancellationToken cancellationToken = default) =>
        links.ReadOldPreferences(token) is { } employeeId
            ? queue.EnqueueAsync(
                Queues.FreshLinks,
                [
                    JsonSerializer.Serialize(
                        new FreshLinkMessage(
                            employeeId,
                            PauseEntry.Text(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
                        ),
                        DocumentJson.Options
                    ),
                ],
                cancellationToken: cancellationToken
            )
            : Task.CompletedTask;
}

/// <summary>That a fresh link was or is being mailed on a day. In the <c>deliveries</c> container; its id is the mail's MessageId.</summary>
public sealed record FreshLinkSent : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }
    public required DateTimeOffset ClaimedAt { get; init; }

    public static string IdOf(FreshLinkMessage message) => Ids.Of("fresh-link", message.EmployeeId, message.Day);
}
