using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Tests.Consent;

namespace Advocacy.Tests.People;

public sealed class RosterTests : IDisposable
{
    private readonly FakeStore _store = new();
    private readonly Roster _roster;

    public RosterTests() => _roster = new Roster(_store);

    public void Dispose() => _roster.Dispose();

    [Fact]
    public async Task A_zone_is_registered_before_the_first_employee_in_it_is_saved()
    {
        await _roster.SaveAsync(Somebody("1", "Europe/Copenhagen"), Cancel);
        await _roster.SaveAsync(Somebody("2", "Asia/Singapore"), Cancel);
        await _roster.SaveAsync(Somebody("3", "Europe/Copenhagen"), Cancel);

        _store
            .Writes.Select(w => (w.Container, w.Id))
            .ShouldBe([
                ("programme", "zones"),
                ("employees", "1"),
                ("programme", "zones"),
                ("employees", "2"),
                ("employees", "3"),
            ]);
        (await _roster.ZonesAsync(Cancel)).ShouldBe(["Asia/Singapore", "Europe/Copenhagen"]);
    }

    [Fact]
    public async Task Nobody_saved_no_zones() => (await _roster.ZonesAsync(Cancel)).ShouldBeEmpty();

    [Fact]
    public async Task Whoever_moves_has_the_new_zone_registered_first()
    {
        await _roster.SaveAsync(Somebody("1", "Europe/Copenhagen"), Cancel);
        _store.Writes.Clear();

        await _roster.ChangeAsync("1", e => e with { TimeZone = "Europe/London" }, Cancel);

        _store.Writes.Select(w => w.Id).ShouldBe(["zones", "1"]);
        (await _roster.FindAsync("1", Cancel))!.TimeZone.ShouldBe("Europe/London");
    }

    [Fact]
    public async Task A_change_to_nobody_or_to_nothing_writes_nothing()
    {
        (await _roster.ChangeAsync("1", e => e, Cancel)).ShouldBeNull();
        await _roster.SaveAsync(Somebody("1", "Europe/Copenhagen"), Cancel);
        _store.Writes.Clear();

        (await _roster.ChangeAsync("1", _ => null, Cancel)).ShouldBeNull();

        _store.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_that_add_zones_at_once_lose_none()
    {
        string[] zones = ["Europe/Copenhagen", "Europe/London", "Europe/Oslo", "Asia/Tokyo", "America/Chicago"];
        using var other = new Roster(_store);

        await Task.WhenAll(
            zones.SelectMany(
                (zone, i) =>
                    (Task[])
                        [
                            _roster.SaveAsync(Somebody($"a{i}", zone), Cancel),
                            other.SaveAsync(Somebody($"b{i}", zone), Cancel),
                        ]
            )
        );

        (await _roster.ZonesAsync(Cancel)).ShouldBe(zones.Order(StringComparer.Ordinal));
        _store.Count(Containers.Employees.Name).ShouldBe(10);
    }

    [Fact]
    public async Task Changes_at_once_are_all_kept()
    {
        await _roster.SaveAsync(Somebody("1", "Europe/Copenhagen"), Cancel);

        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i => _roster.ChangeAsync("1", e => e with { Topics = [.. e.Topics, $"t{i}"] }, Cancel))
        );

        (await _roster.FindAsync("1", Cancel))!.Topics.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Nobody_is_added_twice()
    {
        (await _roster.TryAddAsync(Somebody("1", "Europe/Copenhagen"), Cancel)).ShouldBeTrue();
        (await _roster.TryAddAsync(Somebody("1", "Europe/London"), Cancel)).ShouldBeFalse();
    }

    private static Employee Somebody(string id, string zone) =>
        new()
        {
            Id = id,
            Address = $"{id}@nordlys.example",
            Name = id,
            Unit = "Salg",
            Language = "da",
            TimeZone = zone,
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
