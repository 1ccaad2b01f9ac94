using Advocacy.Content;
using Advocacy.Content.Feeds;

namespace Advocacy.Local.Feeds;

/// <summary>Reads many feeds, a few at a time, and gives them in their order.</summary>
/// <param name="fetcher">For addresses; <c>null</c> where there are none.</param>
internal sealed class FeedRun(WebFetcher? fetcher)
{
    /// <summary>So many feeds are held at most: enough to keep every core busy while one of them is slow.</summary>
    private static readonly int s_atOnce = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <param name="sources">Paths of files, and addresses.</param>
    /// <param name="render">Makes of a source and its feed what is shown; on any thread.</param>
    /// <param name="write">Shows one; never two at once.</param>
    public async Task ShowAsync<T>(
        IEnumerable<string> sources,
        Func<string, Feed, T> render,
        Action<T> write,
        CancellationToken cancellationToken
    )
    {
        var under = new Queue<Task<T>>();
        foreach (var source in sources)
        {
            if (under.Count == s_atOnce)
            {
                write(await under.Dequeue());
            }
            under.Enqueue(
                Task.Run(async () => render(source, await ReadAsync(source, cancellationToken)), cancellationToken)
            );
        }
        while (under.TryDequeue(out var next))
        {
            write(await next);
        }
    }

    private async Task<Feed> ReadAsync(string source, CancellationToken cancellationToken)
    {
        if (FeedInputs.IsUrl(source))
        {
            return await FetchAsync(source, cancellationToken);
        }
        try
        {
            // Without a buffer of its own: the reader has one.
            await using var file = new FileStream(
                source,
                new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan }
            );
            return FeedReader.Read(file, cancellationToken: cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unread($"The file cannot be read: {error.Message}");
        }
    }

    private async Task<Feed> FetchAsync(string source, CancellationToken cancellationToken)
    {
        if (fetcher is null || !Uri.TryCreate(source, UriKind.Absolute, out var url))
        {
            return Unread("This is no address.");
        }
        switch (await fetcher.FetchAsync(url, new FetchConditions(), cancellationToken))
        {
            case FetchResult.Fetched fetched:
                using (var body = fetched.Open())
                {
                    return FeedReader.Read(body, fetched.Url, fetched.Charset, cancellationToken);
                }
            case FetchResult.Failed failed:
                return Unread(failed.Reason);
            default:
                return Unread("HTTP 410: it is gone.");
        }
    }

    private static Feed Unread(string reason) =>
        new(FeedFormat.Unknown, null, null, null, [], [new FeedWarning(0, reason)]);
}
