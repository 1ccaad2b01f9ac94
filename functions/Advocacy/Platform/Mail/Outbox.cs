using System.IO.Enumeration;
using MimeKit;

namespace Advocacy.Platform.Mail;

/// <summary>Reads what an <see cref="OutboxMailer"/> wrote.</summary>
/// <param name="folder">May be missing: then there are no mails.</param>
public sealed class Outbox(string folder)
{
    private const string Extension = ".eml";

    /// <summary>
    /// Newest first. All file names and times are read, but only the shown mails are opened, and of these only the headers.
    /// </summary>
    /// <param name="take">At most 200.</param>
    public OutboxPage List(int skip, int take)
    {
        var files = Files();
        files.Sort((a, b) => b.At != a.At ? b.At.CompareTo(a.At) : string.CompareOrdinal(a.Id, b.Id));
        var shown = files.Skip(Math.Max(skip, 0)).Take(Math.Clamp(take, 0, 200));
        return new OutboxPage(files.Count, [.. shown.Select(Entry).OfType<OutboxEntry>()]);
    }

    /// <summary>The mail, or <c>null</c> where there is none of this id (or the id is none).</summary>
    public OutboxMail? Load(string? id)
    {
        if (!Headers.IsMessageId(id))
        {
            return null;
        }
        try
        {
            using var mail = MimeMessage.Load(PathOf(id!));
            return new OutboxMail(
                id!,
                mail.Subject ?? "",
                mail.From.ToString(),
                mail.To.ToString(),
                mail.Date,
                mail.HtmlBody ?? "",
                mail.TextBody ?? "",
                [.. mail.Headers.Concat(mail.Body?.Headers ?? []).Select(h => KeyValuePair.Create(h.Field, h.Value))]
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private OutboxEntry? Entry((string Id, DateTimeOffset At, long Bytes) file)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(file.Id));
            var headers = new MimeParser(stream).ParseHeaders();
            return new OutboxEntry(file.Id, file.At, headers[HeaderId.Subject] ?? "", To(headers), file.Bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            // Deleted since it was listed, or not a mail.
            return null;
        }
    }

    private static string To(HeaderList headers) =>
        InternetAddressList.TryParse(headers[HeaderId.To] ?? "", out var to) ? to.ToString() : "";

    private List<(string Id, DateTimeOffset At, long Bytes)> Files() =>
        Directory.Exists(folder)
            ?
            [
                .. new FileSystemEnumerable<(string Id, DateTimeOffset At, long Bytes)>(
                    folder,
                    (ref FileSystemEntry e) =>
                        (Path.GetFileNameWithoutExtension(e.FileName).ToString(), e.LastWriteTimeUtc, e.Length)
                )
                {
                    ShouldIncludePredicate = (ref FileSystemEntry e) =>
                        !e.IsDirectory
                        && e.FileName.EndsWith(Extension, StringComparison.Ordinal)
                        && Headers.IsMessageId(Path.GetFileNameWithoutExtension(e.FileName).ToString()),
                },
            ]
            : [];

    private string PathOf(string id) => Path.Combine(folder, id + Extension);
}

/// <param name="Total">How many mails there are in all.</param>
/// <param name="Entries">The shown ones, newest first.</param>
public sealed record OutboxPage(int Total, IReadOnlyList<OutboxEntry> Entries);

/// <param name="Id">The MessageId it was sent with.</param>
/// <param name="At">The mail's date, from the file's time.</param>
/// <param name="Bytes">Of the file.</param>
public sealed record OutboxEntry(string Id, DateTimeOffset At, string Subject, string To, long Bytes);

/// <summary>One mail. Its HTML is what the mailer was given: show it in a sandboxed frame.</summary>
/// <param name="Headers">All, decoded, in the file's order.</param>
public sealed record OutboxMail(
    string Id,
    string Subject,
    string From,
    string To,
    DateTimeOffset Date,
    string Html,
    string Text,
    IReadOnlyList<KeyValuePair<string, string>> Headers
);
