using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Limits;

public sealed class RateLimitsTests
{
    private static readonly RateLimit Limit = new("test", 3, TimeSpan.FromHours(1));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryDocumentStore _store;

    public RateLimitsTests() => _store = new InMemoryDocumentStore(_time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_gives_as_many_as_it_may_and_then_says_how_long_to_wait()
    {
        var limits = Limits();
        for (var i = 0; i < 3; i++)
        {
            (await limits.TakeAsync(Limit, "a", null, Cancel)).ShouldBeNull();
            _time.Advance(TimeSpan.FromMinutes(10));
        }

        (await limits.TakeAsync(Limit, "a", null, Cancel)).ShouldBe(TimeSpan.FromMinutes(30));
        (await limits.TakeAsync(Limit, "b", null, Cancel)).ShouldBeNull();
        (await limits.TakeAsync(Limit with { Name = "other" }, "a", null, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task No_stretch_of_the_window_holds_more_wherever_it_begins()
    {
        var limits = Limits();
        var taken = new List<DateTimeOffset>();
        for (var minute = 0; minute < 300; minute += 7)
        {
            if (await limits.TakeAsync(Limit, "a", null, Cancel) is null)
            {
                taken.Add(_time.GetUtcNow());
            }
            _time.Advance(TimeSpan.FromMinutes(7));
        }

        taken.Count.ShouldBeGreaterThan(10);
        taken.ShouldAllBe(from => taken.Count(at => at >= from && at < from + Limit.Window) <= Limit.Most);
    }

    [Fact]
    public async Task One_ticket_counts_once_however_often_it_is_shown()
    {
        var limits = Limits();
        for (var i = 0; i < 10; i++)
        {
            (await limits.TakeAsync(Limit, "a", "one", Cancel)).ShouldBeNull();
        }

        (await limits.TakeAsync(Limit, "a", "two", Cancel)).ShouldBeNull();
        (await limits.TakeAsync(Limit, "a", "three", Cancel)).ShouldBeNull();
        (await limits.TakeAsync(Limit, "a", "four", Cancel)).ShouldNotBeNull();
        (await limits.TakeAsync(Limit, "a", "one", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_processes_at_once_together_get_no_more()
    {
        var limit = Limit with { Most = 20 };
        var processes = Enumerable.Range(0, 4).Select(_ => Limits()).ToList();

        var waits = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i => Task.Run(() => processes[i % 4].TakeAsync(limit, "a", null, Cancel), Cancel))
        );

        waits.Count(wait => wait is null).ShouldBe(20);
    }

    [Fact]
    public async Task What_is_stored_names_nobody_and_goes_with_its_window()
    {
        await Limits().TakeAsync(Limit, "8d5e957f297893487bd98fa830fa6413", "ticket", Cancel);
        _store.Snapshot().ShouldHaveSingleItem().ToString().ShouldNotContain("8d5e957f");

        _time.Advance(Limit.Window + TimeSpan.FromSeconds(1));

        _store.Snapshot().ShouldBeEmpty();
    }

    private RateLimits Limits() => new(_store, new Pseudonyms(new Secrets([new byte[32]], new byte[32])), _time);
}
