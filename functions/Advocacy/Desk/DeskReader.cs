using Advocacy.Content;
using Advocacy.Drops;
using Advocacy.Platform;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Desk;

/// <summary>Reads the desk's forms. What a post may hold is what a drop may: the same reader says what is wrong.</summary>
public sealed class DeskReader(PostDraft draft, TimeProvider time)
{
    public const int LongestNote = 500;

    /// <returns><c>null</c> where the form wants nothing that there is.</returns>
    public DeskEntered? Read(IFormCollection form, Post post, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(post);
        return form["do"].ToString() switch
        {
            "approve" => Noted(form, DeskAct.Approve, "note", NeedsNote(post), Approved),
            "reject" => Noted(form, DeskAct.Reject, "reason", true, one => one with { Status = PostStatus.Rejected }),
            "put-back" => Noted(form, DeskAct.PutBack, "back-note", false, PutBack),
            "judge" => Noted(form, DeskAct.Judge, "judge-note", false, one => one),
            "expire-now" => Noted(form, DeskAct.Expire, "expire-note", false, Ended),
            "expire" => Expiry(form, post, zone),
            "edit" => Edited(form, post, zone),
            "texts" => Texts(form, post, zone),
            _ => null,
        };
    }

    /// <summary>Whoever overrules the policy says why; deciding where a person is asked for is no overruling.</summary>
    public static bool NeedsNote(Post post) =>
        post.Verdict?.Reasons.Any(reason => reason.Rule != "review-first") == true;

    private static Post Approved(Post post) => post with { Status = PostStatus.Ready, ReviewFirst = false };

    private static Post PutBack(Post post) => post with { Status = PostStatus.Held, ReviewFirst = true };

    private Post Ended(Post post) => post with { ExpiresAt = time.GetUtcNow() };

    private static DeskEntered Noted(
        IFormCollection form,
        DeskAct act,
        string field,
        bool isNeeded,
        Func<Post, Post> change
    )
    {
        var note = form[field].ToString().Trim();
        var isWrong = note.Length > LongestNote || (isNeeded && note.Length == 0);
        return new DeskEntered
        {
            Act = act,
            Note = note,
            Entry = new DropEntry(),
            Change = isWrong ? null : change,
            Faults = isWrong ? [field] : [],
        };
    }

    private static DeskEntered Expiry(IFormCollection form, Post post, TimeZoneInfo zone)
    {
        var entry = Of(post) with { ExpiresAt = form["expires"].ToString().Trim() };
        var (drop, faults) = Read(entry, zone);
        return Entered(DeskAct.Expire, entry, faults, one => one with { ExpiresAt = drop?.ExpiresAt });
    }

    private DeskEntered Edited(IFormCollection form, Post post, TimeZoneInfo zone)
    {
        var sent = DropEntry.Of(form);
        var entry = Of(post) with
        {
            Title = sent.Title,
            Summary = sent.Summary,
            Image = sent.Image,
            Topics = sent.Topics,
            Language = sent.Language,
            Commercial = sent.Commercial,
        };
        var (drop, faults) = Read(entry, zone);
        if (entry.Title.Length == 0)
        {
            faults = [.. faults, "title"];
        }
        if (entry.Language.Length == 0)
        {
            faults = [.. faults, "language"];
        }
        var read = drop is null || faults.Count > 0 ? null : draft.Of(drop);
        return Entered(
            DeskAct.Edit,
            entry,
            faults,
            one =>
                one with
                {
                    Title = read!.Title,
                    Summary = read.Summary,
                    ImageUrl = read.ImageUrl,
                    Topics = read.Topics,
                    Language = read.Language,
                    Commercial = read.Commercial,
                }
        );
    }

    private static DeskEntered Texts(IFormCollection form, Post post, TimeZoneInfo zone)
    {
        var entry = Of(post) with { Texts = DropEntry.Of(form).Texts };
        var ids = entry.Texts.Select((_, row) => form["text-id"].ElementAtOrDefault(row) ?? "").ToList();
        var (drop, faults) = Read(entry, zone);
        if (entry.FilledRows.Count == 0)
        {
            faults = [.. faults, "text-0"];
        }
        return Entered(
            DeskAct.Texts,
            entry,
            faults,
            one => one with { ShareTexts = TextsOf(drop!, [.. entry.FilledRows.Select(row => ids[row])], one) }
        ) with
        {
            TextIds = ids,
        };
    }

    /// <summary>A text keeps its id, because deliveries name it; no other text ever gets it.</summary>
    private static IReadOnlyList<ShareText> TextsOf(ContentDrop drop, IReadOnlyList<string> ids, Post post)
    {
        var free = post.ShareTexts.Select(text => text.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. drop.ShareTexts!.Zip(ids)
                .Select(pair => new ShareText(
                    free.Remove(pair.Second) ? pair.Second : $"d{Ids.New()[..12]}",
                    (pair.First.Language ?? post.Language).ToLowerInvariant(),
                    WrittenText.Of(pair.First.Text),
                    pair.First.Channel?.Trim().ToLowerInvariant()
                ))
                .DistinctBy(text => (text.Text, text.Language, text.Channel)),
        ];
    }

    private static DropEntry Of(Post post) =>
        new()
        {
            Url = post.Url,
            Title = post.Title,
            Language = post.Language,
        };

    private static (ContentDrop? Drop, IReadOnlyList<string> Faults) Read(DropEntry entry, TimeZoneInfo zone)
    {
        var read = ContentDropReader.Read(entry.ToJson(Ids.New(), zone));
        return (read.Drop, DropFaults.Of(read.Defects, entry.FilledRows));
    }

    private static DeskEntered Entered(
        DeskAct act,
        DropEntry entry,
        IReadOnlyList<string> faults,
        Func<Post, Post> change
    ) =>
        new()
        {
            Act = act,
            Note = "",
            Entry = entry,
            Change = faults.Count == 0 ? change : null,
            Faults = faults,
        };
}
