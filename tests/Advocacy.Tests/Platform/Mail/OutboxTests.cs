using Advocacy.Platform.Mail;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Mail;

public sealed class OutboxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advocacy-outbox-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_newest_mail_stands_first_and_pages_follow_on()
    {
        for (var i = 0; i < 5; i++)
        {
            await SendAsync($"d{i}", $"Emne {i}");
            _time.Advance(TimeSpan.FromHours(1));
        }
        var outbox = new Outbox(_folder);

        var first = outbox.List(0, 2);
        var last = outbox.List(4, 2);

        first.Total.ShouldBe(5);
        first.Entries.Select(e => e.Id).ShouldBe(["d4", "d3"]);
        first.Entries[0].Subject.ShouldBe("Emne 4");
        first.Entries[0].To.ShouldBe("\"Åse Holm\" <aase@nordlys.example>");
        first.Entries[0].At.ShouldBe(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        first.Entries[0].Bytes.ShouldBeGreaterThan(100);
        last.Entries.Select(e => e.Id).ShouldBe(["d0"]);
        outbox.List(9, 2).Entries.ShouldBeEmpty();
        outbox.List(-1, -1).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_mails_are_listed()
    {
        await SendAsync("d1", "Emne");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "d2.eml.tmp"),
            "half",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(Path.Combine(_folder, "notes.txt"), "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder, "folder.eml"));

        new Outbox(_folder).List(0, 10).Entries.Select(e => e.Id).ShouldBe(["d1"]);
    }

    [Fact]
    public async Task A_mail_is_shown_with_all_its_parts()
    {
        await SendAsync("d1", "Emne på dansk");

        var mail = new Outbox(_folder).Load("d1").ShouldNotBeNull();

        mail.Subject.ShouldBe("Emne på dansk");
        mail.From.ShouldBe("\"Nordlys\" <digest@nordlys.example>");
        mail.To.ShouldBe("\"Åse Holm\" <aase@nordlys.example>");
        mail.Date.ShouldBe(_time.GetUtcNow());
        mail.Html.ShouldBe("<p>Æ</p>");
        mail.Text.ShouldBe("Æ");
        mail.Headers.ShouldContain(KeyValuePair.Create("Content-Language", "da"));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b")]
    [InlineData("secret\0")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("missing")]
    public async Task Nothing_outside_the_folder_can_be_asked_for(string? id)
    {
        var inner = Path.Combine(_folder, "outbox");
        Directory.CreateDirectory(inner);
        await SendAsync("secret", "Hemmelig");

        new Outbox(inner).Load(id).ShouldBeNull();
    }

    [Fact]
    public void A_folder_that_was_never_written_is_empty()
    {
        var outbox = new Outbox(Path.Combine(_folder, "never"));

        outbox.List(0, 10).ShouldSatisfyAllConditions(p => p.Total.ShouldBe(0), p => p.Entries.ShouldBeEmpty());
        outbox.Load("d1").ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_is_no_mail_harms_nobody()
    {
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, "d1.eml"),
            [0, 1, 2, 255],
            TestContext.Current.CancellationToken
        );
        await SendAsync("d2", "Emne");
        var outbox = new Outbox(_folder);

        outbox.List(0, 10).Entries.ShouldContain(e => e.Id == "d2");
        Should.NotThrow(() => outbox.Load("d1"));
    }

    private async Task SendAsync(string id, string subject) =>
        await new OutboxMailer(_folder, _time).SendAsync(
            new MailBatch
            {
                From = new("digest@nordlys.example", "Nordlys"),
                Subject = subject,
                Html = "<p>Æ</p>",
                Text = "Æ",
                Language = "da",
                Recipients = [new() { MessageId = id, To = new("aase@nordlys.example", "Åse Holm") }],
            },
            TestContext.Current.CancellationToken
        );
}
