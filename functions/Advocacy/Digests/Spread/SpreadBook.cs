using System.Collections.Concurrent;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Digests.Spread;

/// <summary>Somebody who may have a digest in the edition, or has it.</summary>
/// <param name="Seen">Ids of posts they were offered before.</param>
/// <param name="Current">Their delivery in this edition; <c>null</c> where there is none yet.</param>
internal sealed record Reader(Employee Person, IReadOnlySet<string> Seen, Delivery? Current);

/// <summary>A part of a run: people of one digest hour who chose together.</summary>
/// <param name="Picks">By employee id.</param>
internal sealed record SpreadPart(string Id, IReadOnlyDictionary<string, IReadOnlyList<Pick>> Picks);

/// <summary>
/// One run's choices of one edition, on record before they are acted on: what a unit and the company were given holds for the next run, for
/// another instance, and for one person who comes late. Each tally is replaced only if nobody wrote it meanwhile; else is chosen again.
/// </summary>
internal sealed class SpreadBook(IDocumentStore store, FairSpread spread, DigestOptions options)
{
    /// <summary>Each run that dies leaves one behind; the oldest are done long since.</summary>
    private const int MostParts = 50;

    private readonly SpreadTallies _tallies = new(store, options);
    private readonly Dictionary<string, int> _unitReaders = [];
    private string _slot = "";
    private GroupCounts _hour = spread.NewHour("");

    /// <summary>
    /// Chooses for some people of one digest hour; every part of the hour comes before the next hour. Picks by employee id; whoever
    /// has a delivery, or for whom there is nothing, is not among them.
    /// </summary>
    /// <param name="slot">See <see cref="Employee.DigestSlot"/>.</param>
    public async Task<SpreadPart> ChooseAsync(
        string slot,
        IReadOnlyList<Reader> readers,
        CancellationToken cancellationToken
    )
    {
        Enter(slot, readers);
        var picks = new Dictionary<string, IReadOnlyList<Pick>>();
        var open = UnitsOf(readers).Where(unit => unit.Any(reader => reader.Current is null)).ToList();
        var part = Ids.New();
        var any = open.Count > 0;
        while (open.Count > 0)
        {
            var company = await _tallies.CompanyAsync(spread.EditionId, cancellationToken);
            var units = await _tallies.UnitsAsync(spread.EditionId, open.Select(unit => unit.Key), cancellationToken);
            var counts = Tallies.Read(spread, company.Now?.Value, company.Before);
            counts.Readers = ReadersWith(company.Now?.Value.Readers, _hour.Readers).Values.Sum();
            var counted = company.Now?.Value.Parts ?? [];
            var drafts = open.ConvertAll(unit => Draft(unit, units[unit.Key], counts, part, counted));

            var saved = new ConcurrentDictionary<string, bool>();
            await StoreCalls.ForEachAsync(
                drafts,
                async (draft, ct) => saved[draft.Tally.Unit] = await _tallies.TrySaveAsync(draft.Tally, draft.ETag, ct),
                cancellationToken
            );
            // Chosen in vain where somebody wrote the unit's tally meanwhile: those choose again.
            var people = open.SelectMany(unit => unit)
                .ToDictionary(reader => reader.Person.Id, reader => reader.Person);
            foreach (var (id, lost) in drafts.Where(draft => !saved[draft.Tally.Unit]).SelectMany(draft => draft.Picks))
            {
                Count(_hour, people[id], lost, -1);
            }
            drafts.RemoveAll(draft => !saved[draft.Tally.Unit]);
            await CountInCompanyAsync(company.Now, counts, drafts, part, cancellationToken);
            foreach (var (employeeId, chosen) in drafts.SelectMany(draft => draft.Picks))
            {
                picks[employeeId] = chosen;
            }
            open.RemoveAll(unit => saved[unit.Key]);
        }
        if (any)
        {
            await _tallies.SaveHourAsync(Tallies.Write(spread, _slot, _hour), cancellationToken);
        }
        return new SpreadPart(part, picks);
    }

    /// <summary>The deliveries of a part exist now: nothing of them waits any more.</summary>
    public async Task DoneAsync(SpreadPart part, IEnumerable<Reader> readers, CancellationToken cancellationToken)
    {
        // Whoever has a delivery that waits to be sent may have it from a run that died before it came to this.
        var done = UnitsOf(
                readers.Where(reader =>
                    part.Picks.ContainsKey(reader.Person.Id) || reader.Current?.State == DeliveryState.Planned
                )
            )
            .ToList();
        await StoreCalls.ForEachAsync(
            done,
            async (unit, ct) =>
                await _tallies.ForgetAsync(
                    spread.EditionId,
                    unit.Key,
                    [.. unit.Select(reader => Delivery.IdOf(reader.Person.Id, spread.EditionId))],
                    ct
                ),
            cancellationToken
        );
        if (part.Picks.Count > 0)
        {
            await _tallies.ForgetPartAsync(spread.EditionId, part.Id, cancellationToken);
        }
    }

    private Task CountInCompanyAsync(
        Stored<CompanyTally>? stored,
        CompanyCounts chosenWith,
        IReadOnlyList<UnitDraft> drafts,
        string part,
        CancellationToken cancellationToken
    )
    {
        var more = spread.NewCompany();
        chosenWith.Before.CopyTo(more.Before, 0);
        chosenWith.TurnedAway.CopyTo(more.TurnedAway, 0);
        foreach (var (person, picks) in drafts.SelectMany(draft => draft.Uncounted))
        {
            Count(more, person, picks);
        }
        return _tallies.SaveCompanyAsync(
            stored,
            spread.EditionId,
            tally =>
                Tallies.Add(spread, tally, more) with
                {
                    Readers = ReadersWith(tally.Readers, _hour.Readers),
                    Parts = [.. tally.Parts.Append(part).Distinct().TakeLast(MostParts)],
                },
            cancellationToken
        );
    }

    private static IEnumerable<IGrouping<string, Reader>> UnitsOf(IEnumerable<Reader> readers) =>
        readers.GroupBy(reader => reader.Person.Unit).OrderBy(unit => unit.Key, StringComparer.Ordinal);

    private void Enter(string slot, IReadOnlyList<Reader> readers)
    {
        if (slot != _slot)
        {
            _slot = slot;
            _hour = spread.NewHour(slot);
            _unitReaders.Clear();
        }
        _hour.Readers += readers.Count;
        foreach (var reader in readers)
        {
            _unitReaders[reader.Person.Unit] = _unitReaders.GetValueOrDefault(reader.Person.Unit) + 1;
            Count(_hour, reader.Person, reader.Current?.Picks ?? []);
        }
    }

    private void Count(GroupCounts group, Employee person, IReadOnlyList<Pick> picks, int people = 1)
    {
        foreach (var pick in picks)
        {
            if (spread.Find(pick.PostId) is { } post)
            {
                group.Count(post, FairSpread.IsFirst(post, person), people);
            }
        }
    }

    private UnitDraft Draft(
        IGrouping<string, Reader> unit,
        StoredUnit stored,
        CompanyCounts company,
        string part,
        IReadOnlyList<string> countedParts
    )
    {
        var tally =
            stored.Now?.Value
            ?? new UnitTally
            {
                Id = UnitTally.IdOf(spread.EditionId, unit.Key),
                EditionId = spread.EditionId,
                Unit = unit.Key,
                Ttl = UnitTally.Days * 24 * 60 * 60,
            };
        tally = tally with { Readers = ReadersWith(tally.Readers, _unitReaders[unit.Key]) };
        var counts = new SpreadCounts(Tallies.Read(spread, unit.Key, tally, stored.Before), company, _hour);
        var picks = new Dictionary<string, IReadOnlyList<Pick>>();
        var uncounted = new List<(Employee, IReadOnlyList<Pick>)>();
        var waiting = new Dictionary<string, WaitingPicks>(tally.Waiting);
        foreach (var reader in spread.InTurn(unit.Where(reader => reader.Current is null), reader => reader.Person))
        {
            var person = reader.Person;
            var deliveryId = Delivery.IdOf(person.Id, spread.EditionId);
            if (waiting.TryGetValue(deliveryId, out var before))
            {
                // A run that died had chosen already: these are counted in the unit, and perhaps in the company.
                picks[person.Id] = before.Picks;
                Count(_hour, person, before.Picks);
                if (!countedParts.Contains(before.Part))
                {
                    Count(company, person, before.Picks);
                    uncounted.Add((person, before.Picks));
                    waiting[deliveryId] = before with { Part = part };
                }
            }
            else if (spread.Choose(person, reader.Seen, counts) is { Count: > 0 } chosen)
            {
                picks[person.Id] = chosen;
                uncounted.Add((person, chosen));
                waiting[deliveryId] = new WaitingPicks(part, chosen);
            }
        }
        tally = Tallies.Write(spread, counts.Unit, tally) with { Waiting = waiting };
        return new UnitDraft(tally, stored.Now?.ETag, picks, uncounted);
    }

    /// <summary>The readers of this hour are as many as this run has met, unless another run has met more of them.</summary>
    private Dictionary<string, int> ReadersWith(IReadOnlyDictionary<string, int>? stored, int met)
    {
        var readers = new Dictionary<string, int>(stored ?? new Dictionary<string, int>());
        readers[_slot] = Math.Max(readers.GetValueOrDefault(_slot), met);
        return readers;
    }

    private sealed record UnitDraft(
        UnitTally Tally,
        string? ETag,
        IReadOnlyDictionary<string, IReadOnlyList<Pick>> Picks,
        IReadOnlyList<(Employee Person, IReadOnlyList<Pick> Picks)> Uncounted
    );
}
