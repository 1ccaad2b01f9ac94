using Advocacy.Content;

namespace Advocacy.Digests.Spread;

/// <summary>What became of one post for one person.</summary>
/// <param name="Post">The post.</param>
/// <param name="Verdict">What decided, with the numbers.</param>
/// <param name="Pick">The text and the reason, where it is offered.</param>
internal sealed record Judgement(Post Post, Verdict Verdict, Pick? Pick);
