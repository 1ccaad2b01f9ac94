namespace Advocacy.Platform.Tone;

/// <summary>
/// Makes scores of weights and one reading of many sentences. A sentence is what weighs most in it: what speaks for it, what
/// speaks against it, or the plain rest, which grows with its length. A text with sentences of one sign has that sign; with both
/// it has the clearly stronger one, or is mixed.
/// </summary>
internal sealed class LexiconSummary
{
    /// <summary>What the plain rest weighs in the shortest sentence, and for each word more.</summary>
    private const double PlainWeight = 1.25;
    private const double PlainWeightPerWord = 0.025;

    /// <summary>
    /// People praise in large words and blame in small ones: what speaks against weighs more than its words say. And a held post is
    /// looked at, one that goes out is not called back.
    /// </summary>
    private const double BlameWeighs = 1.3;

    /// <summary>How much stronger one side of a text must be for the text not to be mixed.</summary>
    private const double ClearlyStronger = 1.5;

    private readonly List<SentenceTone> _sentences = new(capacity: 2);
    private double _positive;
    private double _neutral;
    private double _negative;
    private bool _praises;
    private bool _blames;

    public bool IsEmpty => _sentences.Count == 0;

    public void Add(ReadOnlySpan<char> sentence, LexiconScore score)
    {
        // Squares pull the sides apart: twice the weight is four times the share.
        double plain = PlainWeight + PlainWeightPerWord * Math.Min(score.Words, 40);
        double positive = score.For * score.For;
        double negative = score.Against * score.Against * BlameWeighs * BlameWeighs;
        var neutral = plain * plain;
        var sum = positive + neutral + negative;
        (positive, neutral, negative) = (positive / sum, neutral / sum, negative / sum);

        var (sentiment, confidence) =
            positive > negative && positive > neutral ? (Sentiment.Positive, positive)
            : negative > positive && negative > neutral ? (Sentiment.Negative, negative)
            : (Sentiment.Neutral, neutral);
        _praises |= sentiment == Sentiment.Positive;
        _blames |= sentiment == Sentiment.Negative;
        _positive += positive;
        _neutral += neutral;
        _negative += negative;
        _sentences.Add(new SentenceTone(sentence.ToString(), sentiment, confidence));
    }

    public ToneReading Reading(string analyzer)
    {
        double count = _sentences.Count;
        return new()
        {
            Sentiment = Overall(),
            Positive = _positive / count,
            Neutral = _neutral / count,
            Negative = _negative / count,
            Sentences = _sentences,
            Analyzer = analyzer,
        };
    }

    private Sentiment Overall() =>
        (_praises, _blames) switch
        {
            (false, false) => Sentiment.Neutral,
            (true, false) => Sentiment.Positive,
            (false, true) => Sentiment.Negative,
            _ when _positive > _negative * ClearlyStronger => Sentiment.Positive,
            _ when _negative > _positive * ClearlyStronger => Sentiment.Negative,
            _ => Sentiment.Mixed,
        };
}
