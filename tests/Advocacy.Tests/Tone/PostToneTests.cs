using Advocacy.Platform.Tone;
using Advocacy.Tone;
using static Advocacy.Tests.Tone.TestPosts;

namespace Advocacy.Tests.Tone;

public sealed class PostToneTests
{
    [Fact]
    public void Title_and_summary_are_one_text_and_each_share_text_is_another_in_its_own_language()
    {
        var post = Post("Titel", "Resumé.") with { ShareTexts = [new("1", "en", "Look"), new("2", "da", "Se")] };

        PostTone.TextsOf(post).ShouldBe([new("Titel\n\nResumé.", "da"), new("Look", "en"), new("Se", "da")]);
    }

    [Fact]
    public void A_title_without_summary_is_the_text() => PostTone.TextsOf(Post("Titel")).ShouldBe([new("Titel", "da")]);

    [Fact]
    public void Readings_become_one_with_all_sentences_and_mean_scores()
    {
        var merged = PostTone.Merge([
            Reading(0.8, 0.1, null, new SentenceTone("A.", Sentiment.Positive, 0.8)),
            Reading(0.2, 0.5, null, new SentenceTone("B.", Sentiment.Negative, 0.5)),
        ]);

        merged.Positive.ShouldBe(0.5, 1e-9);
        merged.Negative.ShouldBe(0.3, 1e-9);
        merged.Neutral.ShouldBe(0.2, 1e-9);
        merged.Sentences.Select(s => s.Text).ShouldBe(["A.", "B."]);
        merged.Error.ShouldBeNull();
    }

    [Theory]
    [InlineData(Sentiment.Neutral, Sentiment.Neutral, Sentiment.Neutral)]
    [InlineData(Sentiment.Positive, Sentiment.Neutral, Sentiment.Positive)]
    [InlineData(Sentiment.Neutral, Sentiment.Negative, Sentiment.Negative)]
    [InlineData(Sentiment.Positive, Sentiment.Negative, Sentiment.Mixed)]
    [InlineData(Sentiment.Mixed, Sentiment.Neutral, Sentiment.Mixed)]
    public void The_sentiment_is_what_all_agree_on(Sentiment first, Sentiment second, Sentiment expected) =>
        PostTone
            .Merge([Reading() with { Sentiment = first }, Reading() with { Sentiment = second }])
            .Sentiment.ShouldBe(expected);

    [Fact]
    public void Every_error_is_kept_and_the_rest_still_counts()
    {
        var merged = PostTone.Merge([
            Reading(0.8),
            Reading(error: "Not 'fi'."),
            Reading(error: "Not 'sv'."),
            Reading(error: "Not 'fi'."),
        ]);

        merged.Error.ShouldBe("Not 'fi'. Not 'sv'.");
        merged.Positive.ShouldBe(0.8, 1e-9);
    }

    [Fact]
    public void Where_nothing_could_be_judged_the_scores_still_sum_to_one()
    {
        var merged = PostTone.Merge([Reading(error: "No."), Reading(error: "No.")]);

        (merged.Positive + merged.Neutral + merged.Negative).ShouldBe(1);
    }

    [Fact]
    public void Every_analyser_that_measured_is_named_once()
    {
        var merged = PostTone.Merge([
            Reading() with
            {
                Analyzer = "azure-language/2025-01-01",
            },
            Reading() with
            {
                Analyzer = "lexicon/1",
            },
            Reading() with
            {
                Analyzer = "lexicon/1",
            },
            Reading(error: "No.") with
            {
                Analyzer = "azure-language/latest",
            },
        ]);

        merged.Analyzer.ShouldBe("azure-language/2025-01-01 + lexicon/1");
        PostTone.Merge([Reading(error: "A."), Reading(error: "B.")]).Analyzer.ShouldBe("test/1");
    }
}
