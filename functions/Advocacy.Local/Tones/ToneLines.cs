using System.Runtime.CompilerServices;
using Advocacy.Platform.Tone;
using Advocacy.Tone;

namespace Advocacy.Local.Tones;

/// <summary>Judges lines in blocks, several at the same time, and gives them back in their order.</summary>
/// <param name="trial">Judges.</param>
/// <param name="language">Of all lines; <c>null</c> where each line's own words tell.</param>
internal sealed class ToneLines(ToneTrial trial, string? language)
{
    private const int BlockSize = 512;

    /// <summary>A line whose words do not tell is taken for what most lines before it were; the first for Danish.</summary>
    private int _danishLead;

    public async IAsyncEnumerable<IReadOnlyList<JudgedLine>> JudgeAsync(
        IAsyncEnumerable<string> lines,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var running = new Queue<Task<IReadOnlyList<JudgedLine>>>();
        var number = 0;
        await foreach (var block in lines.Chunk(BlockSize).WithCancellation(cancellationToken))
        {
            var texts = block.Select(line => Labelled(ToneLine.Of(++number, line))).ToList();
            running.Enqueue(Task.Run(() => JudgeBlockAsync(texts, cancellationToken), cancellationToken));
            if (running.Count > Environment.ProcessorCount)
            {
                yield return await running.Dequeue();
            }
        }
        while (running.TryDequeue(out var block))
        {
            yield return await block;
        }
    }

    private async Task<IReadOnlyList<JudgedLine>> JudgeBlockAsync(
        List<(ToneLine Line, ToneText Text)> texts,
        CancellationToken cancellationToken
    )
    {
        var judged = await trial.JudgeAsync([.. texts.Select(text => text.Text)], cancellationToken);
        return [.. texts.Zip(judged, (text, tone) => new JudgedLine(text.Line, tone))];
    }

    private (ToneLine Line, ToneText Text) Labelled(ToneLine line)
    {
        var spoken = language ?? ToneTrial.LanguageOf(line.Text);
        _danishLead += spoken switch
        {
            "da" => 1,
            "en" => -1,
            _ => 0,
        };
        return (line, new ToneText(line.Text, spoken ?? (_danishLead >= 0 ? "da" : "en")));
    }
}
