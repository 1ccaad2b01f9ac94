using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>
/// What an analyser measured of one text, kept so that the same text is not analysed twice: not in another post, not after an edit of the
/// texts around it. In the <c>posts</c> container. It holds no word of the text: who takes something out of a post takes it out of here too.
/// </summary>
public sealed record RememberedTone : Document
{
    public override string PartitionKey => Id;

    /// <summary>Without its sentences.</summary>
    public required ToneReading Reading { get; init; }

    public required IReadOnlyList<MeasuredSpan> Sentences { get; init; }

    /// <param name="analyzer">Its version.</param>
    /// <param name="text">As it is read.</param>
    public static string IdOf(string analyzer, ToneText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ids.Of("tone", analyzer, text.Language, text.Text);
    }

    /// <summary><c>null</c> where the analyser gave a sentence back changed, so that its place is not known.</summary>
    internal static RememberedTone? Of(string analyzer, ToneText text, ToneReading reading, int ttl)
    {
        var places = SentencePlaces.Of([new("", text.Text, text.Language)], reading.Sentences).ToList();
        return places.Any(place => place.Part is null)
            ? null
            : new()
            {
                Id = IdOf(analyzer, text),
                Reading = reading with { Sentences = [] },
                Sentences =
                [
                    .. places.Select(place => new MeasuredSpan(
                        place.Offset,
                        place.Sentence.Text.Length,
                        place.Sentence.Sentiment,
                        place.Sentence.Confidence
                    )),
                ],
                Ttl = ttl,
            };
    }

    /// <param name="text">The one that it was measured of: the id says so.</param>
    internal ToneReading ReadingOf(ToneText text) =>
        Reading with
        {
            Sentences =
            [
                .. Sentences.Select(span => new SentenceTone(
                    text.Text.Substring(span.Offset, span.Length),
                    span.Sentiment,
                    span.Confidence
                )),
            ],
        };
}

/// <summary>A sentence by its place.</summary>
/// <param name="Offset">In UTF-16 units from the beginning of the text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Sentiment">Never <see cref="Platform.Tone.Sentiment.Mixed"/>.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record MeasuredSpan(int Offset, int Length, Sentiment Sentiment, double Confidence);
