using Advocacy.Content;
using Advocacy.Digests.Mail;
using Advocacy.Platform.Mail;
using Advocacy.Programme;
using BenchmarkDotNet.Attributes;
using MimeKit;

namespace Advocacy.Benchmarks;

/// <summary>
/// One batch of 1,000 digests of five stories: written by us, beside MimeKit building each message from the same rendering.
/// Divide 1,000 by the time for mails a second. Run: <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- --filter *DigestMailSpeed*</c>
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class DigestMailSpeed
{
    private const int Readers = 1_000;

    private readonly DigestMail _mail = new();
    private DigestIssue _issue = null!;
    private DigestReader[] _readers = null!;
    private MailBatch _batch = null!;
    private string _folder = "";

    [GlobalSetup]
    public void SetUp()
    {
        var company = new CompanyProfile
        {
            Id = CompanyProfile.CompanyId,
            Name = "Nordlys Energi",
            SenderAddress = "digest@nordlys.example",
            SenderName = "Nordlys historier",
            ReplyAddress = "kom@nordlys.example",
            Imprint = "Havnegade 12, 8000 Aarhus C",
        };
        var text = string.Join(' ', Enumerable.Repeat("Tre dage, fem lande og én tegning, som vi er stolte af.", 6));
        var story = new DigestStory(
            new Post
            {
                Id = "p",
                Url = "https://nordlys.example/nyheder/havet",
                Title = "Sådan fik vi 14 kolleger fra fem lande til at tegne fremtidens mølle",
                Language = "da",
                ImageUrl = "https://nordlys.example/billeder/havet.jpg",
                PublishedAt = DateTimeOffset.UnixEpoch,
                TakenInAt = DateTimeOffset.UnixEpoch,
            },
            text,
            "Fordi du følger vindenergi"
        );
        _issue = new DigestIssue(company, "da", "2026-W48", [.. Enumerable.Repeat(story, 5)]);
        var token = new string('t', 120);
        _readers =
        [
            .. Enumerable
                .Range(0, Readers)
                .Select(i => new DigestReader(
                    $"{i:x32}",
                    $"Åse{i} Holm",
                    $"p{i}@nordlys.example",
                    [.. Enumerable.Range(0, 5).Select(s => $"https://go.nordlys.example/s/{token}{s}")],
                    $"https://go.nordlys.example/u/{token}",
                    $"https://go.nordlys.example/p/{token}"
                )),
        ];
        _batch = _mail.Compose(_issue, _readers);
    }

    [IterationSetup]
    public void NewFolder() => _folder = Directory.CreateTempSubdirectory("advocacy-speed-").FullName;

    [IterationCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public MailBatch Compose() => _mail.Compose(_issue, _readers);

    [Benchmark]
    public long SerialiseOnOneCore()
    {
        var mime = new MimeBatch(_batch, DateTimeOffset.UnixEpoch);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(128 * 1024);
        var bytes = 0L;
        foreach (var recipient in _batch.Recipients)
        {
            buffer.ResetWrittenCount();
            mime.Write(recipient, Addresses.Read(recipient.To, out _)!, buffer);
            bytes += buffer.WrittenCount;
        }
        return bytes;
    }

    [Benchmark]
    public async Task<int> ComposeAndWriteToTheOutbox()
    {
        var outcomes = await new OutboxMailer(_folder, TimeProvider.System).SendAsync(_mail.Compose(_issue, _readers));
        return outcomes.Count(o => o.Result == MailResult.Sent);
    }

    [Benchmark(Baseline = true)]
    public long MimeKitBuildsEach()
    {
        var bytes = 0L;
        foreach (var recipient in _batch.Recipients)
        {
            using var message = new MimeMessage();
            message.From.Add(new MailboxAddress(_batch.From.Name, _batch.From.Address));
            message.To.Add(new MailboxAddress(recipient.To.Name, recipient.To.Address));
            message.Subject = _batch.Subject;
            foreach (var (name, value) in recipient.Headers)
            {
                message.Headers.Add(name, value);
            }
            var (html, text) = (_batch.Html, _batch.Text);
            foreach (var (tag, value) in recipient.Substitutions)
            {
                html = html.Replace(tag, value, StringComparison.Ordinal);
                text = text.Replace(tag, value, StringComparison.Ordinal);
            }
            message.Body = new BodyBuilder { HtmlBody = html, TextBody = text }.ToMessageBody();
            using var stream = new MemoryStream();
            message.WriteTo(stream);
            bytes += stream.Length;
        }
        return bytes;
    }
}
