using System.Globalization;
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
    private const string Rules = "1";

    private readonly TonePolicyOptions _options;
    private readonly IReadOnlyList<TopicMatcher> _topics;

    public TonePolicy(IOptions<TonePolicyOptions> options)
    {
        _options = options.Value;
        _topics = [.. _options.Topics.Select(topic => new TopicMatcher(topic.Key, topic.Value))];
        Version = Ids.Of(Rules, JsonSerializer.Serialize(_options, DocumentJson.Options))[..8];
    }

    /// <summary>Eight hexadecimal digits that change with the options.</summary>
    public string Version { get; }

    /// <param name="post">Its title, summary and share texts are looked through for words, numbers and capitals.</param>
    /// <param name="reading">Of the same texts.</param>
    public ToneVerdict Judge(Post post, ToneReading reading)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(reading);
        List<string> texts = [post.Title, post.Summary, .. post.ShareTexts.Select(text => text.Text)];
        List<ToneReason> reasons =
        [
            .. post.ReviewFirst ? [new ToneReason("review-first", "Its source is reviewed first.")] : (ToneReason[])[],
            .. JudgeReading(reading),
            .. texts.SelectMany(Topics),
            .. texts.SelectMany(Numbers),
            .. texts.SelectMany(Shouting),
        ];
        // The same sentence often stands in the title and in a share text.
        var distinct = reasons.Distinct().ToList();
        return new(distinct.Count == 0 ? ToneOutcome.Ready : ToneOutcome.Held, distinct, Version);
    }

    private IEnumerable<ToneReason> JudgeReading(ToneReading reading)
    {
        if (reading.Error is { } error)
        {
            yield return new("not-judged", $"The tone could not be judged. {error}");
        }

        var negative = reading
            .Sentences.Where(s =>
                s.Sentiment == Sentiment.Negative && s.Confidence >= _options.NegativeSentenceConfidence
            )
            .ToList();
        if (negative.Count > _options.MaxNegativeSentences)
        {
            foreach (var sentence in negative)
            {
                yield return new(
                    "negative-sentence",
                    $"The sentence “{sentence.Text}” reads as negative ({Number(sentence.Confidence)}).",
                    sentence.Text
                );
            }
        }
        if (reading.Negative > _options.MaximumNegative)
        {
            yield return new(
                "negative",
                $"The post as a whole reads as negative ({Number(reading.Negative)}; at most {Number(_options.MaximumNegative)} is allowed)."
            );
        }

        var score = reading.Positive - reading.Negative;
        if (score < _options.MinimumScore)
        {
            yield return new(
                "score",
                $"The post is more negative than positive ({Number(score)}; at least {Number(_options.MinimumScore)} is asked for)."
            );
        }
    }

    private IEnumerable<ToneReason> Topics(string text) =>
        _topics.SelectMany(topic => topic.Find(text).Select(topic.ReasonFor));

    private IEnumerable<ToneReason> Numbers(string text)
    {
        // The message keeps the digits to itself: it is read in more places than the post.
        var cpr = _options.HoldCprNumbers ? PersonalNumbers.Cpr(text).ToList() : [];
        foreach (var number in cpr)
        {
            yield return new("cpr-number", $"“{number[..6]}…” looks like a CPR number.", number);
        }
        var phones = _options.HoldPhoneNumbers ? PersonalNumbers.Phone(text).Except(cpr, StringComparer.Ordinal) : [];
        foreach (var number in phones)
        {
            yield return new("phone-number", $"“{number}” looks like a telephone number.", number);
        }
    }

    private IEnumerable<ToneReason> Shouting(string text)
    {
        var letters = text.Count(char.IsLetter);
        var capitals = text.Count(char.IsUpper);
        if (letters >= _options.FewestLettersToShout && capitals > letters * _options.MaximumCapitals)
        {
            yield return new(
                "shouting",
                $"“{Beginning(text)}” shouts: {capitals} of {letters} letters are capitals.",
                text
            );
        }
    }

    private static string Beginning(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
