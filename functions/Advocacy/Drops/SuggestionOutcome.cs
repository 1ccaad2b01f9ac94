using Advocacy.Content;
using Advocacy.People;
using Advocacy.Platform;

namespace Advocacy.Drops;

/// <summary>Tells an employee what became of what they suggested: one mail for each suggestion, at the first decision.</summary>
public sealed class SuggestionOutcome(Answers answers, Roster roster)
{
    /// <summary>
    /// Call it after a post's status was changed, in whatever order and however often: nothing is sent where nobody suggested it, where
    /// nothing is decided yet, or where they were told before.
    /// </summary>
    /// <param name="post">As it was written.</param>
    /// <param name="reason">Why it was rejected, for the employee to read; <c>null</c> where none was given.</param>
    /// <param name="cancellationToken">Cancels; call it again then.</param>
    public async Task TellAsync(Post post, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        AnswerKind? kind = post.Status switch
        {
            PostStatus.Ready => AnswerKind.Approved,
            PostStatus.Rejected => AnswerKind.Rejected,
            PostStatus.Withdrawn => AnswerKind.Withdrawn,
            _ => null,
        };
        if (
            kind is null
            || post.SuggestedBy is not { } employeeId
            || await roster.FindAsync(employeeId, cancellationToken) is not { } employee
        )
        {
            return;
        }
        await answers.OrderAsync(
            new AnswerLetter
            {
                Id = Ids.Of("suggestion-answer", employeeId, post.Id),
                EmployeeId = employeeId,
                Kind = kind.Value,
                Language = employee.Language,
                About = post.Title,
                Reasons = string.IsNullOrWhiteSpace(reason) ? [] : [reason.Trim()],
            },
            cancellationToken
        );
    }
}
