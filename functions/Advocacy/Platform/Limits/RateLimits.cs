using System.Runtime.CompilerServices;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Limits;

/// <param name="Name">Keeps the keys of one limit apart from another's.</param>
/// <param name="Most">In any stretch of <paramref name="Window"/>, not only from one full hour to the next.</param>
public sealed record RateLimit(string Name, int Most, TimeSpan Window);

/// <summary>Counts in the store, so that a limit holds over all processes together.</summary>
public sealed class RateLimits(IDocumentStore store, Pseudonyms pseudonyms, TimeProvider time)
{
    /// <summary>Whoever loses a race lost it to somebody who took one: more than this many at the same moment are too many.</summary>
    private const int MostTries = 64;

    /// <summary>The limits whose key is a person's id.</summary>
    internal static readonly IReadOnlyList<string> OfPeople = [JoinAddress, DropAnswer, Suggestion, SuggestionLook];

    /// <summary>The mails of the join page, for each address.</summary>
    public const string JoinAddress = "join-address";

    /// <summary>The answers to drops, for each address.</summary>
    public const string DropAnswer = "drop-answer";

    /// <summary>What an employee suggests.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>Pages that an employee has looked at while suggesting.</summary>
    public const string SuggestionLook = "suggestion-look";

    private static readonly TimeSpan Crowded = TimeSpan.FromMinutes(1);

    /// <summary>Takes one.</summary>
    /// <param name="limit">What is limited.</param>
    /// <param name="key">For whom: a pseudonym, a hash of a network. It is not stored.</param>
    /// <param name="ticket">What it is for: taking again with the same ticket takes nothing. <c>null</c> counts each time.</param>
    /// <returns><c>null</c> where it was taken; else how long until there is room again.</returns>
    public async Task<TimeSpan?> TakeAsync(
        RateLimit limit,
        string key,
        string? ticket = null,
        CancellationToken cancellationToken = default
    )
    {
        ticket ??= Ids.New();
        var id = IdOf(limit.Name, key);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var stored = await store.ReadAsync<RateCounter>(Containers.Limits, id, id, cancellationToken);
            var now = time.GetUtcNow();
            var takings = (stored?.Value.Takings ?? []).Where(taken => taken.At > now - limit.Window).ToList();
            if (takings.Exists(taken => taken.Ticket == ticket))
            {
                return null;
            }
            if (takings.Count >= limit.Most)
            {
                return takings[^limit.Most].At + limit.Window - now;
            }
            var counter = new RateCounter
            {
                Id = id,
                Ttl = (int)Math.Ceiling(limit.Window.TotalSeconds),
                Takings = [.. takings, new Taken(ticket, now)],
            };
            var written = stored is null
                ? await store.TryCreateAsync(Containers.Limits, counter, cancellationToken)
                : await store.TryReplaceAsync(Containers.Limits, counter, stored.ETag, cancellationToken);
            if (written is not null)
            {
                return null;
            }
        }
        return Crowded;
    }

    /// <summary>What a person took of limits that are counted by person.</summary>
    internal async IAsyncEnumerable<RateCounter> OfPersonAsync(
        string employeeId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var id in OfPeople.Select(name => IdOf(name, employeeId)))
        {
            if (await store.ReadAsync<RateCounter>(Containers.Limits, id, id, cancellationToken) is { } stored)
            {
                yield return stored.Value;
            }
        }
    }

    private string IdOf(string limit, string key) => pseudonyms.OfEvent("limit", limit, key);
}
