using System.Globalization;
using Advocacy.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Advocacy.Desk;

/// <summary>Which posts are listed, as it stands in the page's address.</summary>
public sealed record DeskFilter
{
    private const int LongestValue = 200;

    /// <summary>In days.</summary>
    public static IReadOnlyList<int> Ages { get; } = [1, 7, 30, 90];

    /// <summary><c>null</c> for all.</summary>
    public PostStatus? Status { get; init; } = PostStatus.Held;

    /// <summary>True for those ready that more texts would carry further, whatever <see cref="Status"/> says.</summary>
    public bool Thin { get; init; }

    /// <summary>A rule of the tone policy up to its colon; empty for any. So are the others.</summary>
    public string Reason { get; init; } = "";

    public string Language { get; init; } = "";
    public string Topic { get; init; } = "";

    /// <summary>A feed's id; <see cref="Dropped"/> or <see cref="Suggested"/>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Stands somewhere in its title, summary, texts or address.</summary>
    public string Text { get; init; } = "";

    /// <summary>Taken in within so many days; 0 for any time.</summary>
    public int Days { get; init; }

    /// <summary>1 for the first.</summary>
    public int Page { get; init; } = 1;

    public const string Dropped = "dropped";
    public const string Suggested = "suggested";

    /// <summary>True where something besides the status is asked for.</summary>
    public bool IsNarrow => this with { Status = PostStatus.Held, Thin = false, Page = 1 } != new DeskFilter();

    public static DeskFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string Field(string name) => query[name].ToString() is { Length: <= LongestValue } value ? value.Trim() : "";
        int Number(string name) =>
            int.TryParse(Field(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var show = Field("show");
        return new DeskFilter
        {
            Thin = show == "thin",
            Status =
                show == "all" ? null
                : show == "thin" ? PostStatus.Ready
                : Enum.GetValues<PostStatus>().Cast<PostStatus?>().FirstOrDefault(one => NameOf(one) == show)
                    ?? PostStatus.Held,
            Reason = Field("reason"),
            Language = Field("language"),
            Topic = Field("topic"),
            Source = Field("source"),
            Text = Field("q"),
            Days = Ages.Contains(Number("days")) ? Number("days") : 0,
            Page = Math.Max(1, Number("page")),
        };
    }

    /// <summary>The address of the list with this filter.</summary>
    public string Address
    {
        get
        {
            var fields = new Dictionary<string, string?>
            {
                ["show"] = Show == NameOf(PostStatus.Held) ? "" : Show,
                ["reason"] = Reason,
                ["language"] = Language,
                ["topic"] = Topic,
                ["source"] = Source,
                ["q"] = Text,
                ["days"] = Days == 0 ? "" : Days.ToString(CultureInfo.InvariantCulture),
                ["page"] = Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture),
            };
            return QueryHelpers.AddQueryString("/desk", fields.Where(one => !string.IsNullOrEmpty(one.Value)));
        }
    }

    /// <summary>The value of the field <c>show</c>.</summary>
    public string Show =>
        Thin ? "thin"
        : Status is null ? "all"
        : NameOf(Status);

    /// <summary>Whether the post is asked for, apart from its status.</summary>
    public bool Takes(Post post, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(post);
        return (Days == 0 || now - post.TakenInAt <= TimeSpan.FromDays(Days))
            && (Language.Length == 0 || post.Language == Language)
            && (Topic.Length == 0 || post.Topics.Contains(Topic, StringComparer.Ordinal))
            && (Source.Length == 0 || SourceOf(post) == Source || post.AlsoFrom.Contains(Source))
            && (Reason.Length == 0 || KindsOf(post).Contains(Reason, StringComparer.Ordinal))
            && (Text.Length == 0 || Says(post));
    }

    public static string SourceOf(Post post) => post.SourceId ?? (post.SuggestedBy is null ? Dropped : Suggested);

    /// <summary>The kinds of reasons that the post is held for.</summary>
    public static IEnumerable<string> KindsOf(Post post) =>
        post.Status == PostStatus.Held
            ? post.Verdict?.Reasons.Select(reason => reason.Rule.Split(':')[0]).Distinct() ?? []
            : [];

    private bool Says(Post post) =>
        Has(post.Title) || Has(post.Summary) || Has(post.Url) || post.ShareTexts.Any(text => Has(text.Text));

    private bool Has(string text) => text.Contains(Text, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(PostStatus? status) => status?.ToString().ToLowerInvariant() ?? "";
}
