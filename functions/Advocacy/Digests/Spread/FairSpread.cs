using Advocacy.Content;
using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>
/// Decides who is offered which posts with which text, so that the network sees variety. It keeps nothing itself: what the person's
/// unit, the company and the hour were given before is handed in, and counted up by what it chooses. Linear in the posts, and alike
/// for the same input and seed. One thread at a time.
/// </summary>
/// <remarks>
/// What holds of each unit, post and edition, in whatever order people and hours come:
/// a text is given a second time only after each text that suits the person was given once, and so on, so that the split over the
/// texts is as even as can be; among the texts given least, one that the unit had in the edition before comes last; and no more
/// people are offered the post than the shares allow of those who have had their digest so far.
/// </remarks>
internal sealed class FairSpread
{
    private const int PlaceBits = 16;

    private readonly DigestOptions _options;
    private readonly SpreadLimits _limits;
    private readonly SpreadPost[] _posts;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly ulong _edition;
    private readonly string[] _languages;
    private readonly int[] _languageOf;

    // What is worked out for one person, here so that a million people do not each need their own.
    private readonly bool[] _seen;
    private readonly bool[] _follows;
    private readonly bool[] _reads;
    private readonly Verdict[] _verdicts;
    private readonly int[] _ranks;

    /// <param name="editionId">Turns and first texts are drawn anew for each edition, and alike when a run is repeated.</param>
    /// <param name="posts">All that might be offered, in any order.</param>
    /// <param name="now">A post that has expired or is too old then is offered to nobody.</param>
    public FairSpread(string editionId, IEnumerable<Post> posts, DigestOptions options, DateTimeOffset now)
    {
        _options = options;
        _limits = new SpreadLimits(options);
        EditionId = editionId;
        _edition = Draws.Of($"{options.Seed}\u001f{editionId}");
        var newestFirst = posts
            .OrderByDescending(post => post.PublishedAt)
            .ThenBy(post => post.Id, StringComparer.Ordinal)
            .ToList();
        _posts = new SpreadPost[newestFirst.Count];
        foreach (var (i, post) in newestFirst.Index())
        {
            _posts[i] = new SpreadPost(post, i, Texts, _edition, options, now);
            _places[post.Id] = i;
            Texts += post.ShareTexts.Count;
        }
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_posts.Length, 1 << PlaceBits, nameof(posts));
        _languages = [.. newestFirst.Select(post => post.Language).Distinct()];
        _languageOf = [.. newestFirst.Select(post => Array.IndexOf(_languages, post.Language))];
        _seen = new bool[_posts.Length];
        _follows = new bool[_posts.Length];
        _reads = new bool[_languages.Length];
        _verdicts = new Verdict[_posts.Length];
        _ranks = new int[_posts.Length];
    }

    public string EditionId { get; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SpreadPost> Posts => _posts;

    /// <summary>Texts of all posts together.</summary>
    public int Texts { get; }

    public SpreadPost? Find(string postId) => _places.TryGetValue(postId, out var place) ? _posts[place] : null;

    public UnitCounts NewUnit(string name) => new(name, _posts.Length, Texts);

    public CompanyCounts NewCompany() => new(_posts.Length);

    public GroupCounts NewHour(string name) => new(name, _posts.Length);

    /// <summary>
    /// People of one unit and hour in the order in which they choose: those for whom a part is kept before the others, and among
    /// alike another one first each week.
    /// </summary>
    public IReadOnlyList<T> InTurn<T>(IEnumerable<T> people, Func<T, Employee> personOf)
    {
        var inTurn = people.ToList();
        if (inTurn.Count > 1)
        {
            var keys = inTurn.ConvertAll(one =>
            {
                var person = personOf(one);
                var draw = Draws.Of(_edition, Draws.Of(person.Id));
                return (person.Archetype == Archetype.Colleague, draw, person.Id);
            });
            var order = Enumerable.Range(0, inTurn.Count).ToArray();
            Array.Sort(order, (left, right) => keys[left].CompareTo(keys[right]));
            return Array.ConvertAll(order, i => inTurn[i]);
        }
        return inTurn;
    }

    /// <summary>What this person is offered, the most fitting first; empty where nothing suits. It is counted as given.</summary>
    /// <param name="seen">Ids of posts that were offered to this person before.</param>
    public IReadOnlyList<Pick> Choose(Employee person, IEnumerable<string> seen, SpreadCounts counts)
    {
        var chosen = Weigh(person, seen, counts);
        for (var i = 0; i < _verdicts.Length; i++)
        {
            counts.Company.TurnedAway[i] += _verdicts[i].Rule == SpreadRule.OneText ? 1 : 0;
        }
        var picks = new Pick[chosen];
        for (var i = 0; i < chosen; i++)
        {
            var post = _posts[_ranks[i] & ((1 << PlaceBits) - 1)];
            var text = TextTurns.Next(post, person, counts.Unit);
            picks[i] = PickOf(post, text, person);
            counts.Count(post, text, SpreadLimits.IsFirst(post, person, _follows[post.Index]));
        }
        return picks;
    }

    /// <summary>The same decision, with what was said of every post; nothing is counted.</summary>
    public IReadOnlyList<Judgement> Explain(Employee person, IEnumerable<string> seen, SpreadCounts counts)
    {
        Weigh(person, seen, counts);
        return
        [
            .. _posts.Select(post =>
            {
                var verdict = _verdicts[post.Index];
                return verdict.Rule == SpreadRule.Offered
                    ? new Judgement(post.Post, verdict, PickOf(post, TextTurns.Next(post, person, counts.Unit), person))
                    : new Judgement(post.Post, verdict, null);
            }),
        ];
    }

    /// <summary>True for whom a part of the post's shares is kept.</summary>
    public static bool IsFirst(SpreadPost post, Employee person) =>
        SpreadLimits.IsFirst(post, person, Suitability.Follows(post.Post, person));

    /// <summary>Fills the verdicts, and puts the chosen posts first among the ranks; how many they are.</summary>
    private int Weigh(Employee person, IEnumerable<string> seen, SpreadCounts counts)
    {
        Remember(person, seen);
        string[] topics = [.. person.Topics];
        var suitable = 0;
        foreach (var post in _posts)
        {
            var i = post.Index;
            var rule =
                post.Barrier != SpreadRule.Offered ? post.Barrier
                : _seen[i] ? SpreadRule.Seen
                : Suitability.Of(post, person, _reads[_languageOf[i]], topics, out _follows[i]);
            if (rule != SpreadRule.Offered)
            {
                _verdicts[i] = new Verdict(rule);
                continue;
            }
            var texts = post.TextsFor(person.Language);
            var first = SpreadLimits.IsFirst(post, person, _follows[i]);
            _verdicts[i] = _limits.Judge(post, texts.Length, first, counts);
            if (_verdicts[i].Rule == SpreadRule.Offered)
            {
                _ranks[suitable++] = (Level(post, person, texts) << PlaceBits) | i;
            }
        }
        // Levels first and places after them, so no two ranks are alike: the same order whatever sorts it.
        Array.Sort(_ranks, 0, suitable);
        var chosen = Math.Min(suitable, person.MostPosts ?? _options.MostPosts);
        for (var i = chosen; i < suitable; i++)
        {
            _verdicts[_ranks[i] & ((1 << PlaceBits) - 1)] = new Verdict(SpreadRule.NoRoom);
        }
        return chosen;
    }

    private void Remember(Employee person, IEnumerable<string> seen)
    {
        Array.Clear(_seen);
        foreach (var id in seen)
        {
            if (_places.TryGetValue(id, out var place))
            {
                _seen[place] = true;
            }
        }
        for (var i = 0; i < _languages.Length; i++)
        {
            _reads[i] = Suitability.Reads(person, _languages[i]);
        }
    }

    /// <summary>
    /// Smaller comes first. What may wait comes last; then what the person follows comes before general news, what the comms team marked
    /// before the rest, and for a colleague the easy before the long.
    /// </summary>
    private int Level(SpreadPost post, Employee person, int[] texts) =>
        (post.Post.Priority == PostPriority.Low ? 8 : 0)
        + (_follows[post.Index] ? 0 : 4)
        + (post.Post.Priority == PostPriority.High ? 0 : 2)
        + (person.Archetype == Archetype.Colleague && !post.HasEasy(texts) ? 1 : 0);

    private Pick PickOf(SpreadPost post, int text, Employee person) =>
        new(post.Post.Id, post.Post.ShareTexts[text].Id, PickReasons.Of(post, text, person, _follows[post.Index]));
}
