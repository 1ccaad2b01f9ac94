namespace Advocacy.Programme.Pulse;

/// <summary>The question that an edition's digests ask along with their stories; the link is <see cref="Sharing.SiteLinks.Pulse"/>.</summary>
/// <param name="QuestionId">Of the <see cref="PulseQuestion"/>; what the link is made of.</param>
/// <param name="Question">One line.</param>
/// <param name="Answers">Two to five, in the order in which they are shown.</param>
public sealed record PulseInvitation(string QuestionId, LocalText Question, IReadOnlyList<LocalText> Answers)
{
    /// <summary>Editions that asked it before this one: whoever had a digest of theirs was asked.</summary>
    public IReadOnlyList<string> EarlierEditions { get; init; } = [];
}
