namespace Advocacy.Digests;

/// <summary>Many small store calls at once: a store that batches its writes gains from it, a remote one hides its latency.</summary>
internal static class StoreCalls
{
    private const int AtATime = 32;

    public static Task ForEachAsync<T>(
        IEnumerable<T> items,
        Func<T, CancellationToken, ValueTask> call,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
            call
        );
}
