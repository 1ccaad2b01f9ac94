using Advocacy.Content;
using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>Why each post was, or was not, offered to a person in an edition.</summary>
/// <param name="At">The instant that is explained: when their digest was planned, or else their hour of that week, or now.</param>
/// <param name="Skip">Why there is no digest for them; <see cref="SkipReason.AlreadySent"/> where there is one; <c>null</c> where it is to come.</param>
/// <param name="Delivery">Their digest in the edition, where there is one.</param>
/// <param name="Posts">Offered ones first, in the digest's order; then the newest first.</param>
/// <param name="TooOld">Posts that are left out because they are too old for anybody.</param>
public sealed record SpreadExplanation(
    Employee Person,
    string EditionId,
    DateTimeOffset At,
    SkipReason? Skip,
    Delivery? Delivery,
    IReadOnlyList<ExplainedPost> Posts,
    int TooOld
);

/// <summary>What was said of one post.</summary>
/// <param name="Text">The text and why it; <c>null</c> where the post is not offered.</param>
public sealed record ExplainedPost(Post Post, Verdict Verdict, ExplainedText? Text);

/// <summary>Why somebody has this text of a post.</summary>
/// <param name="Pick">The post, the text, and why the post.</param>
/// <param name="Others">Texts that would suit the person too.</param>
/// <param name="Given">Others of the unit who have the same text this week.</param>
/// <param name="LastWeek">True where somebody of the unit had it in the edition before.</param>
public sealed record ExplainedText(Pick Pick, int Others, int Given, bool LastWeek);
