using System.Buffers.Binary;
using Advocacy.Content;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Sharing;

namespace Advocacy.Digests;

/// <summary>
/// Decides who is offered which posts with which text. One instance serves one run of one edition: it remembers which texts a
/// unit has been given, so that colleagues get different ones while there are any left.
/// </summary>
/// <param name="editionId">Turns and first texts are drawn anew for each edition, and alike when a run is repeated.</param>
/// <param name="posts">All that may be offered, in any order.</param>
/// <param name="mostPosts">The most posts for a person who did not choose how many.</param>
/// <param name="turnShare">See <see cref="DigestOptions.TurnShare"/>.</param>
public sealed class FairSpread(string editionId, IEnumerable<Post> posts, int mostPosts, double turnShare)
{
    private readonly Post[] _newestFirst =
    [
        .. posts.OrderByDescending(post => post.PublishedAt).ThenBy(post => post.Id, StringComparer.Ordinal),
    ];

    private readonly Dictionary<(string Unit, string PostId, string Language), int> _given = [];

    /// <summary>What this person is offered, newest first; empty where nothing suits. Linear in the posts.</summary>
    /// <param name="seen">Ids of posts that were offered to this person before.</param>
    public IReadOnlyList<Pick> Choose(Employee employee, IReadOnlySet<string> seen)
    {
        var suitable = Array.FindAll(_newestFirst, post => !seen.Contains(post.Id) && Suits(post, employee));
        return
        [
            .. suitable
                .OrderBy(post => Rank(post, employee))
                .Take(employee.MostPosts ?? mostPosts)
                .OrderByDescending(post => post.PublishedAt)
                .Select(post => new Pick(post.Id, NextText(post, employee).Id)),
        ];
    }

    /// <summary>True where the person reads the post's language and follows one of its topics, or it or they have none.</summary>
    public static bool Suits(Post post, Employee employee) =>
        post.ShareTexts.Count > 0
        && Reads(employee, post.Language)
        && (post.Topics.Count == 0 || employee.Topics.Count == 0 || Follows(post, employee));

    private static bool Reads(Employee employee, string language) =>
        employee.ReadsLanguages.Count > 0
            ? employee.ReadsLanguages.Contains(language)
            : language == employee.Language || language == "en";

    private static bool Follows(Post post, Employee employee) => post.Topics.Any(employee.Topics.Contains);

    /// <summary>Topics followed come before general news, and within each the posts whose turn it is; the sort is stable, so newest first.</summary>
    private int Rank(Post post, Employee employee) =>
        (Follows(post, employee) ? 0 : 2) + (IsTheirTurn(post, employee) ? 0 : 1);

    private bool IsTheirTurn(Post post, Employee employee) =>
        employee.Archetype == Archetype.Enthusiast || Draw("turn", employee.Id, post.Id) < turnShare * uint.MaxValue;

    private ShareText NextText(Post post, Employee employee)
    {
        var texts = TextsFor(post, employee);
        var key = (employee.Unit, post.Id, texts[0].Language);
        var given = _given.GetValueOrDefault(key);
        _given[key] = given + 1;
        var first = Draw("text", employee.Unit, post.Id);
        return texts[(int)((first + given) % (uint)texts.Count)];
    }

    /// <summary>Texts in the person's own language, else in the post's, else whatever there is.</summary>
    private static IReadOnlyList<ShareText> TextsFor(Post post, Employee employee)
    {
        foreach (var language in (ReadOnlySpan<string>)[employee.Language, post.Language])
        {
            ShareText[] texts = [.. post.ShareTexts.Where(text => text.Language == language)];
            if (texts.Length > 0)
            {
                return texts;
            }
        }
        return post.ShareTexts;
    }

    private uint Draw(string what, string who, string postId) =>
        BinaryPrimitives.ReadUInt32BigEndian(Convert.FromHexString(Ids.Of(what, editionId, who, postId).AsSpan(0, 8)));
}
