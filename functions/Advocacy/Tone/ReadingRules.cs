using Advocacy.Platform.Tone;

namespace Advocacy.Tone;

/// <summary>The rules that look at what the analyser measured.</summary>
internal sealed class ReadingRules(TonePolicyOptions options)
{
    public IEnumerable<ToneReason> Judge(IReadOnlyList<TonePart> parts, ToneReading reading)
    {
        foreach (var reason in NotJudged(reading))
        {
            yield return reason;
        }
        foreach (var reason in Sentences(parts, reading))
        {
            yield return reason;
        }
        if (reading.Negative > options.MaximumNegative)
        {
            yield return ToneStrings.Reason(
                "negative",
                "Negative",
                WaysOut.Brighten,
                reading.Negative,
                options.MaximumNegative
            );
        }
        var score = reading.Positive - reading.Negative;
        if (score < options.MinimumScore)
        {
            yield return ToneStrings.Reason("score", "Score", WaysOut.Brighten, score, options.MinimumScore);
        }
    }

    private IEnumerable<ToneReason> Sentences(IReadOnlyList<TonePart> parts, ToneReading reading)
    {
        var negative = SentencePlaces
            .Of(parts, reading.Sentences)
            .Where(place =>
                place.Sentence.Sentiment == Sentiment.Negative
                && place.Sentence.Confidence >= options.NegativeSentenceConfidence
            )
            .ToList();
        if (negative.Count <= options.MaxNegativeSentences)
        {
            yield break;
        }
        foreach (var (sentence, part, offset) in negative)
        {
            var reason = ToneStrings.Reason(
                "negative-sentence",
                "NegativeSentence",
                WaysOut.Rewrite,
                sentence.Text,
                sentence.Confidence
            );
            yield return part is null
                ? reason with
                {
                    Quote = sentence.Text,
                }
                : reason.At(part, new FoundText(offset, sentence.Text));
        }
    }

    private static IEnumerable<ToneReason> NotJudged(ToneReading reading)
    {
        var rest = reading.Error ?? "";
        foreach (var language in reading.UnknownLanguage?.Split(", ") ?? [])
        {
            rest = rest.Replace(Platform.Tone.NotJudged.LanguageError(language), "", StringComparison.Ordinal).Trim();
            yield return ToneStrings.Reason("language", "Language", WaysOut.ChooseLanguage, language);
        }
        if (rest.Length > 0)
        {
            yield return ToneStrings.Reason("not-judged", "NotJudged", WaysOut.ReadYourself, rest);
        }
    }
}
