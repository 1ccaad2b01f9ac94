using Advocacy.Local.Tones;
using Advocacy.Tests.Tone;
using Advocacy.Tone;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Local.Tones;

public sealed class ToneLinesTests
{
    private readonly CountingAnalyzer _analyzer = new();

    [Fact]
    public async Task Each_line_is_judged_in_its_own_language_and_keeps_its_place()
    {
        var judged = await JudgeAsync(
            null,
            "Vi er stolte af holdet",
            "x\tWe are sorry that the plant is closed after the accident",
            "",
            "STEM PÅ DEN STORE FEST NU"
        );

        judged
            .Select(line => (line.Line.Number, line.Line.Label, line.Tone.Sign, line.Tone.Verdict.Outcome))
            .ShouldBe([
                (1, "", 1, ToneOutcome.Ready),
                (2, "x", -1, ToneOutcome.Held),
                (3, "", 0, ToneOutcome.Held),
                (4, "", 1, ToneOutcome.Held),
            ]);
    }

    [Fact]
    public async Task A_line_whose_words_do_not_tell_is_taken_for_what_the_lines_before_it_were()
    {
        await JudgeAsync(null, "Nordlys", "The plant is in our town and we like it", "Nordlys");

        _analyzer.Texts.Select(text => text.Language).ShouldBe(["da", "en", "en"]);
    }

    [Fact]
    public async Task A_language_that_is_given_counts_for_what_does_not_tell()
    {
        await JudgeAsync("en", "Nordlys");

        _analyzer.Texts.ShouldHaveSingleItem().Language.ShouldBe("en");
    }

    [Fact]
    public async Task Many_blocks_come_back_in_order()
    {
        var judged = await JudgeAsync("da", [.. Enumerable.Range(0, 3_000).Select(i => $"{i}\tMøde nummer {i}")]);

        judged
            .Select(line => (line.Line.Number, line.Line.Label))
            .ShouldBe(Enumerable.Range(0, 3_000).Select(i => (i + 1, $"{i}")));
    }

    private async Task<List<JudgedLine>> JudgeAsync(string? language, params string[] lines)
    {
        var trial = new ToneTrial(_analyzer, new TonePolicy(Options.Create(new TonePolicyOptions())));
        var blocks = new ToneLines(trial, language).JudgeAsync(
            lines.ToAsyncEnumerable(),
            TestContext.Current.CancellationToken
        );
        return [.. (await blocks.ToListAsync(TestContext.Current.CancellationToken)).SelectMany(block => block)];
    }
}
