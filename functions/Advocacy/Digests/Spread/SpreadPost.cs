using Advocacy.Content;
using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>A post as the spread needs it: what does not depend on the person is worked out once.</summary>
internal sealed class SpreadPost
{
    private readonly Dictionary<string, int[]> _textsByLanguage = [];
    private readonly int[] _allTexts;
    private readonly bool[] _easy;

    /// <param name="index">Its place, the newest first.</param>
    /// <param name="firstText">Where its texts begin in <see cref="UnitCounts.Texts"/>.</param>
    public SpreadPost(Post post, int index, int firstText, ulong edition, DigestOptions options, DateTimeOffset now)
    {
        Post = post;
        Index = index;
        FirstText = firstText;
        Draw = Draws.Of(edition, Draws.Of(post.Id));
        var age = now - post.PublishedAt;
        Fresh = age < TimeSpan.FromDays(options.FreshDays);
        Barrier =
            post.Status != PostStatus.Ready ? SpreadRule.NotReady
            : !post.IsOfferableAt(now) ? SpreadRule.Expired
            : age > TimeSpan.FromDays(options.OldestPostDays) ? SpreadRule.TooOld
            : post.ShareTexts.Count == 0 ? SpreadRule.NoText
            : SpreadRule.Offered;
        Topics = [.. post.Topics];
        Units = [.. post.ForUnits.Select(unit => unit.Trim())];
        Archetypes = [.. post.ForArchetypes];
        _allTexts = [.. Enumerable.Range(0, post.ShareTexts.Count)];
        _easy = [.. post.ShareTexts.Select(text => text.Text.Length <= options.EasyTextLength)];
    }

    public Post Post { get; }
    public int Index { get; }

    // Arrays, because the spread looks at them for every person.
    public string[] Topics { get; }
    public string[] Units { get; }
    public Archetype[] Archetypes { get; }
    public int FirstText { get; }

    /// <summary>Of this post in this edition.</summary>
    public ulong Draw { get; }

    public bool Fresh { get; }

    /// <summary>Why it is offered to nobody; <see cref="SpreadRule.Offered"/> where it may be.</summary>
    public SpreadRule Barrier { get; }

    /// <summary>True where there may be people who come before others: it has a field, or it is fresh.</summary>
    public bool HasFirsts => Fresh || Topics.Length > 0;

    /// <summary>The text's place among the post's; <c>null</c> where it is gone.</summary>
    public int? PlaceOf(string textId)
    {
        var place = Array.FindIndex(_allTexts, text => Post.ShareTexts[text].Id == textId);
        return place < 0 ? null : place;
    }

    public bool IsEasy(int text) => _easy[text];

    public bool HasEasy(int[] texts) => Array.Exists(texts, IsEasy);

    /// <summary>Places of the texts in the person's own language, else in the post's, else of all.</summary>
    public int[] TextsFor(string language)
    {
        if (!_textsByLanguage.TryGetValue(language, out var texts))
        {
            texts =
                In(language) is { Length: > 0 } own ? own
                : In(Post.Language) is { Length: > 0 } theirs ? theirs
                : _allTexts;
            _textsByLanguage[language] = texts;
        }
        return texts;
    }

    private int[] In(string language) => Array.FindAll(_allTexts, text => Post.ShareTexts[text].Language == language);
}
