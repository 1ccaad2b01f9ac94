using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Advocacy.Programme;

namespace Advocacy.Sharing;

/// <summary>What a link's parameters may say. Nothing about who shared it: not the person, and not the unit, which may be small.</summary>
/// <param name="Channel">For example <c>linkedin</c>.</param>
/// <param name="EditionId">For example <c>2026-W48</c>; <c>null</c> where the link does not say.</param>
/// <param name="PostId">The post's id.</param>
public sealed record LinkMark(string Channel, string? EditionId, string PostId);

/// <summary>
/// The parameters that a company's shared links carry, as its web statistics want them: <c>name=value</c> pairs with <c>&amp;</c> between them,
/// in whose values <c>{channel}</c>, <c>{edition}</c> and <c>{post}</c> are filled in.
/// </summary>
public sealed partial class UtmTemplate
{
    public const string Default = "utm_source={channel}&utm_medium=employee-advocacy&utm_campaign={edition}";
    private const int Longest = 500;

    private static readonly string[] Placeholders = ["channel", "edition", "post"];
    private static readonly UtmTemplate Usual = new(Pairs(Default));

    private readonly IReadOnlyList<(string Name, string Value)> _pairs;

    private UtmTemplate(IReadOnlyList<(string Name, string Value)> pairs) => _pairs = pairs;

    /// <summary>The company's, or the default where it has none or one that cannot be read.</summary>
    public static UtmTemplate Of(CompanyProfile? company) =>
        company?.Utm is { } text && TryParse(text, out var template, out _) ? template : Usual;

    /// <param name="fault">What it takes instead, as the end of a sentence.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out UtmTemplate? template,
        [NotNullWhen(false)] out string? fault
    )
    {
        template = null;
        var pairs = Pairs(text);
        fault =
            text.Length > Longest ? $"at most {Longest} characters"
            : pairs.Any(pair => !Name().IsMatch(pair.Name) || pair.Value.Length == 0)
                ? "name=value pairs with & between them, names of letters, digits, _ and -"
            : pairs.Any(pair => !Value().IsMatch(pair.Value)) ? "values without control characters, #, ? and ="
            : Unknown(text) is { } unknown
                ? $"{{channel}}, {{edition}} and {{post}}, and no {unknown}: a link must not say who shared it"
            : null;
        if (fault is null)
        {
            template = new UtmTemplate(pairs);
        }
        return fault is null;
    }

    /// <summary>
    /// The URL with the parameters behind its own. One that the URL has already stays as it is, and one that asks for an edition is left out
    /// where none is known.
    /// </summary>
    /// <param name="url">Absolute; its scheme, host and path stay as they are.</param>
    public string Mark(string url, LinkMark mark)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var own = query < 0 ? [] : address[(query + 1)..].Split('&').Select(pair => pair.Split('=')[0]).ToHashSet();
        var added = string.Join(
            '&',
            _pairs
                .Where(pair => !own.Contains(pair.Name))
                .Where(pair =>
                    mark.EditionId is not null || !pair.Value.Contains("{edition}", StringComparison.Ordinal)
                )
                .Select(pair => $"{pair.Name}={Uri.EscapeDataString(Filled(pair.Value, mark))}")
        );
        var joint =
            added.Length == 0 || address.EndsWith('?') || address.EndsWith('&') ? ""
            : query < 0 ? "?"
            : "&";
        return address + joint + added + fragment;
    }

    private static string Filled(string value, LinkMark mark) =>
        Placeholder()
            .Replace(
                value,
                match =>
                    match.Value switch
                    {
                        "{channel}" => mark.Channel,
                        "{edition}" => mark.EditionId ?? "",
                        _ => mark.PostId,
                    }
            );

    private static string? Unknown(string text) =>
        Placeholder()
            .Matches(text)
            .Select(match => match.Value)
            .FirstOrDefault(name => !name.EndsWith('}') || !Placeholders.Contains(name.Trim('{', '}')));

    private static (string Name, string Value)[] Pairs(string text) =>
        [
            .. text.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => (pair[0], pair.Length == 2 ? pair[1] : "")),
        ];

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,40}\z", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[^\p{C}#?=]+\z", RegexOptions.None, 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\{[^{}]*\}?|\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
