using System.Text.Json;
using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;
using Microsoft.Extensions.Options;

namespace Advocacy.Tone;

/// <summary>
/// Turns a reading into Ready or Held. Pure: the same post, reading and options give the same verdict, so that a changed policy can
/// judge stored readings anew.
/// </summary>
public sealed class TonePolicy
{
    /// <summary>Part of the version: goes up when the rules below change.</summary>
    private const string Rules = "2";

    private readonly ReadingRules _ofReading;
    private readonly ToneRules _ofWords;

    public TonePolicy(IOptions<TonePolicyOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _ofReading = new ReadingRules(options.Value);
        _ofWords = new ToneRules(options.Value);
        Version = Ids.Of(Rules, JsonSerializer.Serialize(options.Value, DocumentJson.Options))[..8];
    }

    /// <summary>Eight hexadecimal digits that change with the options.</summary>
    public string Version { get; }

    /// <param name="post">Its title, summary and share texts are looked through for words, numbers and capitals.</param>
    /// <param name="reading">Of the same texts.</param>
    public ToneVerdict Judge(Post post, ToneReading reading)
    {
        ArgumentNullException.ThrowIfNull(post);
        var verdict = Judge(PostTone.PartsOf(post), post.Commercial, reading);
        return post.ReviewFirst
            ? verdict with
            {
                Outcome = ToneOutcome.Held,
                Reasons = [ReviewFirst(post), .. verdict.Reasons],
            }
            : verdict;
    }

    /// <summary>What a person put back on the desk came there by that person, whatever its source is trusted with.</summary>
    private static ToneReason ReviewFirst(Post post) =>
        (
            post.SourceId is null || post.DeskEntryId is not null
                ? new ToneReason("review-first", "A person decides about this one.")
                {
                    MessageDa = "Det her afgør et menneske.",
                }
                : new ToneReason("review-first", "This source is reviewed first.")
                {
                    MessageDa = "Den her kilde ses igennem først.",
                }
        ) with
        {
            WayOut = WaysOut.Decide,
        };

    /// <param name="parts">In the order in which they were read.</param>
    /// <param name="commercial">Whether they are marked as advertising where they are shared.</param>
    /// <param name="reading">Of the same texts.</param>
    public ToneVerdict Judge(IReadOnlyList<TonePart> parts, bool commercial, ToneReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var reasons = _ofReading
            .Judge(parts, reading)
            .Concat(parts.SelectMany(part => _ofWords.Judge(part, commercial)))
            .Distinct()
            .ToList();
        return new(reasons.Count == 0 ? ToneOutcome.Ready : ToneOutcome.Held, reasons, Version);
    }
}
