using Advocacy.Platform.Tone;
using Advocacy.Tone;

namespace Advocacy.Tests.Tone;

public sealed class SentencePlacesTests
{
    private static readonly TonePart[] Parts =
    [
        new("title", "Godt nyt.", "da"),
        new("summary", "Det går. Det går. Slut.", "da"),
        new("t0", "Det går.", "da"),
    ];

    [Fact]
    public void Each_sentence_is_found_where_it_stands_in_order() =>
        Places("Godt nyt.", "Det går.", "Det går.", "Slut.", "Det går.")
            .ShouldBe([("title", 0), ("summary", 0), ("summary", 9), ("summary", 18), ("t0", 0)]);

    [Fact]
    public void A_text_that_was_not_judged_is_passed_over() =>
        Places("Godt nyt.", "Slut.", "Det går.").ShouldBe([("title", 0), ("summary", 18), ("t0", 0)]);

    [Fact]
    public void A_sentence_that_the_analyser_changed_has_no_place_and_disturbs_no_other() =>
        Places("GODT NYT.", "Det går.").ShouldBe([(null, 0), ("summary", 0)]);

    private static IEnumerable<(string? Field, int Offset)> Places(params string[] sentences) =>
        SentencePlaces
            .Of(Parts, [.. sentences.Select(text => new SentenceTone(text, Sentiment.Neutral, 1))])
            .Select(place => (place.Part?.Field, place.Offset));
}
