using System.Collections.Concurrent;
using System.Text.Json;
using Advocacy.People;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>
/// Renders each story once, and what stands around stories once, however many lists they are read in: a list that nobody had before is put
/// together. Safe from many threads: two that render the same at once make the same.
/// </summary>
internal sealed class DigestRenderings
{
    // Some 60 KB and 20 KB each: 45 MB at most.
    private const int MostShells = 64;
    private const int MostStories = 2_048;

    private readonly ConcurrentDictionary<ShellKey, DigestShell> _shells = new();
    private readonly ConcurrentDictionary<StoryKey, StoryBlock> _stories = new();

    public DigestRendering Of(DigestIssue issue)
    {
        var shell = Kept(_shells, ShellKey.Of(issue), MostShells, issue, static (issue, _) => DigestShell.Of(issue));
        var stories = new StoryBlock[issue.Stories.Count];
        for (var i = 0; i < stories.Length; i++)
        {
            stories[i] = Kept(
                _stories,
                StoryKey.Of(issue, i),
                MostStories,
                (issue, i, shell.Words),
                static (at, key) => StoryBlock.Of(at.issue, at.issue.Stories[at.i], key.IsCover, at.Words)
            );
        }
        return shell.With(issue, stories);
    }

    private static TBlock Kept<TKey, TBlock, TFrom>(
        ConcurrentDictionary<TKey, TBlock> known,
        TKey key,
        int most,
        TFrom from,
        Func<TFrom, TKey, TBlock> render
    )
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var block))
        {
            if (known.Count >= most)
            {
                // Of weeks before this one.
                known.Clear();
            }
            known[key] = block = render(from, key);
        }
        return block;
    }

    /// <summary>All that the templates are given around the stories.</summary>
    private readonly record struct ShellKey(
        (string Name, string Imprint, string Accent, string? Logo, MailLook Look) Company,
        string Language,
        string EditionId,
        int Stories,
        Archetype Archetype,
        bool InvitesSuggestions,
        DigestTip? Tip,
        string? Pulse
    )
    {
        public static ShellKey Of(DigestIssue issue)
        {
            var company = issue.Company;
            return new ShellKey(
                (company.Name, company.Imprint, company.Accent, company.LogoUrl, company.Look),
                issue.Language,
                issue.EditionId,
                issue.Stories.Count,
                issue.Archetype,
                issue.InvitesSuggestions,
                issue.Tip,
                // As JSON, in which no answer can pass for two.
                issue.Pulse
                    is { } pulse
                    ? JsonSerializer.Serialize<string[]>([pulse.Question, .. pulse.Answers])
                    : null
            );
        }
    }

    /// <summary>All that they are given of a story.</summary>
    /// <param name="IsCover">See <see cref="StoryView.IsCover"/>: in no other way does the first place differ.</param>
    /// <param name="Before">How often the same story stands before it in the issue: each has tags of its own.</param>
    private readonly record struct StoryKey(
        (string Accent, MailLook Look) Company,
        string Language,
        Archetype Archetype,
        string Title,
        string Url,
        string? ImageUrl,
        string? Why,
        bool IsCover,
        int Before
    )
    {
        public static StoryKey Of(DigestIssue issue, int i)
        {
            var story = issue.Stories[i];
            var before = 0;
            for (var earlier = 0; earlier < i; earlier++)
            {
                before += issue.Stories[earlier].Post.Url == story.Post.Url ? 1 : 0;
            }
            return new StoryKey(
                (issue.Company.Accent, issue.Company.Look),
                issue.Language,
                issue.Archetype,
                story.Post.Title,
                story.Post.Url,
                story.Post.ImageUrl,
                story.Why,
                DigestViews.IsCover(issue, i),
                before
            );
        }
    }
}
