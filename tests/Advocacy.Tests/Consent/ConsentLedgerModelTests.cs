using Advocacy.Consent;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Consent;

/// <summary>Any sequence of decisions, made now or imported, leads the ledger to where a few lines of plain rules lead.</summary>
public sealed class ConsentLedgerModelTests
{
    private const string Who = "8d5e957f297893487bd98fa830fa6413";
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private sealed record Step(ConsentPurpose Purpose, ConsentAction Action, int? HoursBack);

    [Fact]
    public void The_ledger_does_what_the_rules_say()
    {
        var step =
            from purpose in Gen.Elements(Enum.GetValues<ConsentPurpose>())
            from action in Gen.Elements(Enum.GetValues<ConsentAction>())
            from back in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 12).Select(hours => (int?)hours))
            select new Step(purpose, action, back);

        Prop.ForAll(step.ListOf().ToArbitrary(), steps => AgreesAsync([.. steps]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static async Task<bool> AgreesAsync(IReadOnlyList<Step> steps)
    {
        var time = new FakeTimeProvider(s_start);
        var ledger = new ConsentLedger(new FakeStore(yields: false), new ConsentWordings(), time);
        var model = new List<(ConsentPurpose Purpose, ConsentAction Action, DateTimeOffset At)>();
        foreach (var step in steps)
        {
            time.Advance(TimeSpan.FromHours(1));
            DateTimeOffset? back = step.HoursBack is { } hours ? time.GetUtcNow().AddHours(-hours) : null;
            var evidence = new ConsentEvidence("2026-1", "en", "test", back);
            var recorded = await ledger.RecordAsync(Who, step.Purpose, step.Action, evidence);

            var at = back ?? time.GetUtcNow();
            var of = model.Where(e => e.Purpose == step.Purpose).ToList();
            var holds = of.Count > 0 && of[^1].Action == step.Action;
            var yields =
                back is not null && of.Any(e => e.At > at || (e.At == at && step.Action == ConsentAction.Given));
            if (recorded == (holds || yields))
            {
                return false;
            }
            if (recorded)
            {
                model.Add((step.Purpose, step.Action, at));
            }
        }
        var current = await ledger.CurrentAsync(Who);
        var last = model.GroupBy(e => e.Purpose).ToDictionary(g => g.Key, g => g.Last().Action);
        var history = new List<(ConsentPurpose, ConsentAction, DateTimeOffset)>();
        await foreach (var item in ledger.HistoryAsync(Who))
        {
            history.Add((item.Purpose, item.Action, item.At));
        }
        return history.SequenceEqual(model)
            && current.Sequence == model.Count
            && current.Purposes.Count == last.Count
            && current.Purposes.All(p => last[p.Key] == p.Value);
    }
}
