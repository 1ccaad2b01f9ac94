namespace Advocacy.Insights.Privacy;

/// <summary>The smallest part of a table of which there is a count: for example one text of one post.</summary>
/// <param name="Path">
/// Where it belongs, the widest first and itself last, for example language, topics, post, text: pieces that lie close together are merged before pieces
/// that do not, because a figure of what holds both can be shown then.
/// </param>
/// <param name="People">The count.</param>
/// <param name="Heads">
/// How many different people are behind the count, at least: twelve shares may be those of three. Pieces of the same <paramref name="Outer"/> hold different people, pieces of
/// different ones may hold the same.
/// </param>
/// <param name="Rest">How many of the piece's own people are not in the count; <c>null</c> where that is not known of a piece so small.</param>
/// <param name="Outer">The narrowest part that holds it and of which the rest is known: the post, or everybody.</param>
/// <param name="OuterRest">How many of that part's people are not in any count of it; <c>null</c> where the table has no such thing.</param>
internal sealed record Piece(
    IReadOnlyList<string> Path,
    int People,
    int Heads,
    int? Rest = null,
    string Outer = "",
    int? OuterRest = null
);
