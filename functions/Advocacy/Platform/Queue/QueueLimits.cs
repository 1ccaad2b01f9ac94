using System.Text;

namespace Advocacy.Platform.Queue;

/// <summary>The limits of Azure Storage Queues. Every adapter keeps them, so that what runs on one machine runs in Azure.</summary>
internal static class QueueLimits
{
    public const int MostAtOnce = 32;
    public static readonly TimeSpan LongestTime = TimeSpan.FromDays(7);

    public static void CheckName(string queue)
    {
        var ok =
            queue.Length is >= 3 and <= 63
            && queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && queue[0] != '-'
            && queue[^1] != '-'
            && !queue.Contains("--", StringComparison.Ordinal);
        if (!ok)
        {
            throw new ArgumentException(
                $"'{queue}' cannot name a queue: 3 to 63 lower-case letters, digits and single hyphens between them.",
                nameof(queue)
            );
        }
    }

    /// <param name="queue">Named in the complaint.</param>
    /// <param name="messages">All of the call: one that is too long keeps out the others.</param>
    /// <param name="longest">Bytes of UTF-8.</param>
    public static void CheckMessages(string queue, IReadOnlyList<string> messages, int longest)
    {
        foreach (var message in messages)
        {
            if (Encoding.UTF8.GetByteCount(message) is var bytes && bytes > longest)
            {
                throw new ArgumentException(
                    $"A message for '{queue}' has {bytes} bytes; at most {longest} fit.",
                    nameof(messages)
                );
            }
        }
    }

    public static void CheckMost(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostAtOnce);
    }

    public static void CheckDelay(TimeSpan delay) => CheckTime(delay, TimeSpan.Zero);

    /// <summary>A message that is received must be hidden for a while, or two would get it.</summary>
    public static void CheckVisibility(TimeSpan timeout) => CheckTime(timeout, TimeSpan.FromMilliseconds(1));

    private static void CheckTime(TimeSpan time, TimeSpan shortest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, shortest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, LongestTime);
    }
}
