using System.Diagnostics;
using System.Globalization;
using Advocacy.Platform.Tone;
using Advocacy.Tone;
using Microsoft.Extensions.Options;

namespace Advocacy.Benchmarks;

/// <summary>
/// Short posts a second on one core, side by side in one run: a plain sum of word weights, the analyser, and the whole gate with the
/// policy's rules. The goal is 50,000 for the analyser.
/// </summary>
internal static class ToneRace
{
    private const int Goal = 50_000;
    private const int Posts = 20_000;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(TextWriter output)
    {
        foreach (var language in (string[])["da", "en"])
        {
            var texts = ToneSpeed.Texts(language, Posts);
            var analyzer = new LexiconToneAnalyzer();
            var trial = new ToneTrial(analyzer, new TonePolicy(Options.Create(new TonePolicyOptions())));
            var table = LexiconTable.Load(language);

            var plain = await BestAsync(() => Task.FromResult(texts.Sum(text => PlainSum(text.Text, table))));
            var judged = await BestAsync(() => analyzer.AnalyzeAsync(texts));
            var gated = await BestAsync(() => trial.JudgeAsync(texts));

            Write(output, language, "plain word sum", plain, judged);
            Write(output, language, "analyser", judged, judged);
            Write(output, language, "analyser and policy", gated, judged);
            if (judged < Goal)
            {
                await output.WriteLineAsync($"{language}: the goal of {Goal} posts a second is missed.");
                return 1;
            }
        }
        return 0;
    }

    private static void Write(TextWriter output, string language, string what, double rate, double analyser) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{language}  {what, -20} {rate, 10:N0} posts/s  {rate / analyser:0.00} of the analyser"
            )
        );

    /// <summary>The best round's posts a second: the others were disturbed.</summary>
    private static async Task<double> BestAsync<T>(Func<Task<T>> round)
    {
        var best = double.MaxValue;
        for (var i = 0; i <= Rounds; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await round();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        return Posts / best;
    }

    /// <summary>What a word list without rules does: split, look up, add.</summary>
    private static int PlainSum(string text, LexiconTable table)
    {
        var sum = 0;
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '!', '?', ':', ';', '"', '(', ')']))
        {
            sum += table.TryFind(word, out var entry) ? entry.Weight : 0;
        }
        return sum;
    }
}
