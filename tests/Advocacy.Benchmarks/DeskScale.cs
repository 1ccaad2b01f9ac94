using System.Diagnostics;
using System.Globalization;
using Advocacy.Content;
using Advocacy.Desk;
using Advocacy.Local;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;
using Advocacy.Programme;
using Advocacy.Tone;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Benchmarks;

/// <summary>
/// Server time of the review desk's pages on SQLite: <c>dotnet run -c Release --project tests/Advocacy.Benchmarks -- desk 10000</c>. The median of
/// eleven, beside the time that reading every post takes by itself.
/// </summary>
internal static class DeskScale
{
    private const int Rounds = 11;

    public static async Task<int> RunAsync(string[] sizes)
    {
        Console.WriteLine("| posts | of them held | page | ms | reading every post, ms | ratio |");
        Console.WriteLine("| ---: | ---: | --- | ---: | ---: | ---: |");
        foreach (var size in sizes.Length == 0 ? ["10000"] : sizes)
        {
            var count = int.Parse(size, CultureInfo.InvariantCulture);
            foreach (var held in (int[])[count / 100, count / 10, count])
            {
                await MeasureAsync(count, held);
            }
        }
        return 0;
    }

    private static async Task MeasureAsync(int count, int held)
    {
        var folder = Directory.CreateTempSubdirectory("advocacy-desk-").FullName;
        try
        {
            await using var host = LocalHost.Build(folder, clock: null, port: null, LogLevel.Error);
            var store = host.Services.GetRequiredService<IDocumentStore>();
            var id = await FillAsync(store, count, held);
            var desk = host.Services.GetRequiredService<DeskPages>();
            var every = await MedianAsync(() => ReadEveryAsync(store));
            foreach (
                var query in (string[])["", "?q=vindm%C3%B8lle&reason=negative-sentence", "?show=all", "?show=thin"]
            )
            {
                Print(count, held, $"/desk{query}", every, await MedianAsync(() => desk.ListAsync(Request(query))));
            }
            Print(count, held, "/desk/{id}", every, await MedianAsync(() => desk.ShowAsync(id, Request(""))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> FillAsync(IDocumentStore store, int count, int held)
    {
        await new Company(store).SaveAsync(
            new CompanyProfile
            {
                Id = CompanyProfile.CompanyId,
                Name = "Acme",
                SenderAddress = "advocacy@acme.example",
                SenderName = "Acme",
                ReplyAddress = "people@acme.example",
            }
        );
        var id = "";
        for (var i = 0; i < count; i++)
        {
            var post = PostOf(i, i < held);
            await store.UpsertAsync(Containers.Posts, post);
            id = i == 0 ? post.Id : id;
        }
        return id;
    }

    private static Post PostOf(int number, bool isHeld)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"https://acme.example/{number}");
        const string sentence = "Det gik helt galt med den første vindmølle.";
        var summary = string.Concat(Enumerable.Repeat("Vi bygger en havvindpark ved Thyborøn. ", 8)) + sentence;
        return new Post
        {
            Id = Ids.Of("post", url),
            Url = url,
            Title = $"Nyt fra havvindparken, del {number.ToString(CultureInfo.InvariantCulture)}",
            Summary = summary,
            Topics = ["havvind", number % 2 == 0 ? "anlæg" : "drift"],
            Language = "da",
            PublishedAt = DateTimeOffset.UnixEpoch.AddMinutes(number),
            TakenInAt = DateTimeOffset.UnixEpoch.AddMinutes(number),
            Status = isHeld ? PostStatus.Held : PostStatus.Ready,
            ShareTexts = [.. Enumerable.Range(1, 4).Select(i => new Sharing.ShareText($"t{i}", "da", summary[..200]))],
            Tone = new ToneReading
            {
                Sentiment = Sentiment.Mixed,
                Analyzer = "lexicon/1",
                Sentences = [.. Enumerable.Repeat(new SentenceTone(sentence, Sentiment.Negative, 0.9), 9)],
            },
            Verdict = isHeld
                ? new(
                    ToneOutcome.Held,
                    [
                        new("negative-sentence", $"Negative sentence: “{sentence}”", sentence)
                        {
                            Field = TonePart.Summary,
                            Offset = summary.Length - sentence.Length,
                            Length = sentence.Length,
                            WayOut = "rewrite",
                        },
                    ],
                    "1"
                )
                : new(ToneOutcome.Ready, [], "1"),
        };
    }

    private static HttpRequest Request(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        request.Path = "/desk";
        request.QueryString = new QueryString(query);
        return request;
    }

    private static async Task ReadEveryAsync(IDocumentStore store)
    {
        await foreach (var _ in store.QueryAllAsync<Post>(new Query(Containers.Posts) { PageSize = 1_000 }))
        {
            // Only that it is read.
        }
    }

    private static async Task<double> MedianAsync(Func<Task> page)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await page();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        // The first pays for the start.
        return times.Skip(1).Order().ElementAt(Rounds / 2);
    }

    private static void Print(int count, int held, string page, double every, double time) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {count} | {held} | `{page}` | {time:0.0} | {every:0.0} | {time / every:0.00} |"
            )
        );
}
