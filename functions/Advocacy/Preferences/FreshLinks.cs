using System.Text.Json;
using Advocacy.Letters;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Preferences;

/// <summary>The message on the <c>fresh-links</c> queue.</summary>
/// <param name="Day">The UTC day on which it was asked for, as <c>2026-11-24</c>: one mail a day, however often it is asked for.</param>
public sealed record FreshLinkMessage(string EmployeeId, string Day);

/// <summary>The mail with a fresh link: one for a person and a day. Its link is made when it is sent, and stands nowhere but in the mail.</summary>
public sealed record FreshLink : Letter
{
    public static string IdOf(FreshLinkMessage message) => Ids.Of("fresh-link", message.EmployeeId, message.Day);
}

/// <summary>
/// Orders a mail with a fresh link for a link that has expired. Whether the person is still known is asked later, by whoever mails: the answer
/// cannot say it.
/// </summary>
public sealed class FreshLinks(SiteLinks links, IWorkQueue queue, TimeProvider time)
{
    /// <summary>The form's <c>section</c>.</summary>
    public const string Section = "fresh-link";

    /// <summary>Does nothing where the token was never one of ours.</summary>
    public async Task OrderAsync(string token, CancellationToken cancellationToken = default)
    {
        if (links.ReadOldPreferences(token) is not { } employeeId)
        {
            return;
        }
        var today = PauseEntry.Text(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var message = JsonSerializer.Serialize(new FreshLinkMessage(employeeId, today), DocumentJson.Options);
        await queue.EnqueueAsync(Queues.FreshLinks, [message], cancellationToken: cancellationToken);
    }
}
