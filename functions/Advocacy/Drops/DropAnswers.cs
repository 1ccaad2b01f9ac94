using Advocacy.Content;
using Advocacy.Joining;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Drops;

/// <summary>
/// Answers drops that cannot be used: the sender whom the drop names, or the employee whose suggestion it was. Whoever can write the queue
/// can name a sender, so only addresses of the company's own domains are answered, and each of them so often in a day.
/// </summary>
public sealed class DropAnswers(
    Answers answers,
    DropRecords records,
    Roster roster,
    Company company,
    Pseudonyms pseudonyms,
    RateLimits limits,
    ContentOptions content,
    IOptions<JoinOptions> domains,
    IOptions<DropOptions> options,
    ILogger<DropAnswers> logger
)
{
    private RateLimit PerAddress => new(RateLimits.DropAnswer, options.Value.AnswersADay, TimeSpan.FromHours(24));

    /// <summary>Notes on the drop's record that it cannot be used, and tells whoever it came from. The same drop is answered once, however often it fails.</summary>
    /// <param name="message">As it stood on the queue.</param>
    /// <param name="read">What could be read of it.</param>
    /// <param name="reasons">In sentences.</param>
    public async Task TellRefusedAsync(
        string message,
        ContentDropResult read,
        IReadOnlyList<string> reasons,
        CancellationToken cancellationToken = default
    )
    {
        var record = await records.RefusedAsync(read.Id, reasons, cancellationToken);
        var about = read.Id ?? Ids.Of(message);
        if (record is { State: DropState.Refused, SuggestedBy: { } suggester })
        {
            await TellAsync(suggester, AnswerKind.Unusable, about, record.Url, reasons, cancellationToken);
        }
        if (read.Sender is not { } sender)
        {
            return;
        }
        var profile = await company.ProfileAsync(cancellationToken);
        if (JoinAddress.Check(sender, domains.Value.DomainsOf(profile), out var address) is not null)
        {
            DropLog.SenderElsewhere(logger);
            return;
        }
        var id = pseudonyms.OfAddress(address);
        var answerId = Ids.Of("drop-answer", id, about);
        if (await limits.TakeAsync(PerAddress, id, answerId, cancellationToken) is not null)
        {
            DropLog.TooManyAnswers(logger);
            return;
        }
        var employee = await roster.FindAsync(id, cancellationToken);
        await answers.OrderAsync(
            new AnswerLetter
            {
                Id = answerId,
                EmployeeId = id,
                Kind = AnswerKind.Refused,
                Address = address,
                Language = PageLanguage.Known(employee?.Language ?? read.Language ?? content.DefaultLanguage),
                About = read.Id ?? read.Drop?.Url,
                Reasons = reasons,
            },
            cancellationToken
        );
    }

    /// <summary>Tells an employee that somebody else brought in what they suggested.</summary>
    public Task TellKnownAsync(string employeeId, Post post, CancellationToken cancellationToken = default) =>
        TellAsync(employeeId, AnswerKind.Known, post.Id, post.Title, [], cancellationToken);

    private async Task TellAsync(
        string employeeId,
        AnswerKind kind,
        string key,
        string? about,
        IReadOnlyList<string> reasons,
        CancellationToken cancellationToken
    )
    {
        if (await roster.FindAsync(employeeId, cancellationToken) is { } employee)
        {
            await answers.OrderAsync(
                new AnswerLetter
                {
                    Id = Ids.Of("suggestion-answer", employeeId, key),
                    EmployeeId = employeeId,
                    Kind = kind,
                    Language = employee.Language,
                    About = about,
                    Reasons = reasons,
                },
                cancellationToken
            );
        }
    }
}
