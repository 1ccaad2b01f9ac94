using Advocacy.Platform.Tone;
using Advocacy.Tone;
using Microsoft.Extensions.Options;
using static Advocacy.Tests.Tone.TestPosts;

namespace Advocacy.Tests.Tone;

public sealed class TonePolicyTests
{
    [Fact]
    public void A_plain_post_is_ready()
    {
        var verdict = Judge(Reading());

        verdict.Outcome.ShouldBe(ToneOutcome.Ready);
        verdict.Reasons.ShouldBeEmpty();
        verdict.PolicyVersion.ShouldMatch("^[0-9a-f]{8}$");
    }

    [Fact]
    public void What_could_not_be_judged_is_held_with_the_analysers_words()
    {
        var reason = Held(Judge(Reading(error: "Language 'fi' is not understood by the analyser.")));

        reason.Rule.ShouldBe("not-judged");
        reason.Message.ShouldBe("The tone could not be judged. Language 'fi' is not understood by the analyser.");
        reason.Quote.ShouldBeNull();
    }

    [Theory]
    [InlineData(Sentiment.Negative, 0.60, true)]
    [InlineData(Sentiment.Negative, 0.59, false)]
    [InlineData(Sentiment.Positive, 0.99, false)]
    [InlineData(Sentiment.Neutral, 0.99, false)]
    public void A_sentence_that_is_surely_negative_holds(Sentiment sentiment, double confidence, bool held) =>
        IsHeld(Judge(Reading(sentences: new SentenceTone("Det går galt.", sentiment, confidence)))).ShouldBe(held);

    [Fact]
    public void A_negative_sentence_is_quoted()
    {
        var reason = Held(Judge(Reading(sentences: new SentenceTone("Det går galt.", Sentiment.Negative, 0.811))));

        reason.ShouldBe(
            new ToneReason(
                "negative-sentence",
                "The sentence “Det går galt.” reads as negative (0.81).",
                "Det går galt."
            )
        );
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void So_many_negative_sentences_are_allowed(int allowed, bool held)
    {
        var reading = Reading(
            sentences:
            [
                new SentenceTone("Det går galt.", Sentiment.Negative, 0.9),
                new SentenceTone("Det er dårligt.", Sentiment.Negative, 0.9),
            ]
        );

        IsHeld(Judge(reading, new() { MaxNegativeSentences = allowed })).ShouldBe(held);
    }

    [Theory]
    [InlineData(0.40, false)]
    [InlineData(0.41, true)]
    public void A_post_may_be_so_negative_as_a_whole(double negative, bool held)
    {
        var verdict = Judge(Reading(positive: 0.5, negative: negative));

        IsHeld(verdict).ShouldBe(held);
        verdict.Reasons.ShouldAllBe(reason => reason.Rule == "negative" && reason.Message.Contains("0.41"));
    }

    [Theory]
    [InlineData(0.0, 0.20, false)]
    [InlineData(0.0, 0.21, true)]
    [InlineData(0.1, 0.30, false)]
    [InlineData(0.1, 0.31, true)]
    public void A_post_may_be_so_much_more_negative_than_positive(double positive, double negative, bool held)
    {
        var verdict = Judge(Reading(positive, negative));

        IsHeld(verdict).ShouldBe(held);
        verdict.Reasons.ShouldAllBe(reason => reason.Rule == "score" && reason.Message.Contains("-0.21"));
    }

    [Theory]
    [InlineData("Massefyring på vej", "topic:layoffs", "Massefyring")]
    [InlineData("Ny fyringsrunde i Vejle", "topic:layoffs", "fyringsrunde")]
    [InlineData("Forty people were laid  off", "topic:layoffs", "laid  off")]
    [InlineData("Stem på Mette", "topic:politics", "Stem på")]
    [InlineData("Folketingsvalget nærmer sig", "topic:politics", "Folketingsvalget")]
    [InlineData("Cremen helbreder alt", "topic:health-claims", "helbreder")]
    public void A_blocked_topic_holds_and_quotes_the_word(string title, string rule, string quote)
    {
        var reason = Held(Judge(Reading(), title: title));

        reason.Rule.ShouldBe(rule);
        reason.Quote.ShouldBe(quote);
        reason.Message.ShouldStartWith($"Mentions “{quote}”: ");
    }

    [Theory]
    [InlineData("Vi fyrer op under kedlen")]
    [InlineData("Opsigelse af abonnementet er nem")]
    [InlineData("Stemning på kontoret")]
    [InlineData("Sundhed for alle")]
    [InlineData("Secures the load")]
    public void Words_that_only_look_like_it_pass(string title) =>
        IsHeld(Judge(Reading(), title: title)).ShouldBeFalse();

    [Fact]
    public void Share_texts_and_summary_are_judged_too()
    {
        var post = Post("Ny fabrik", "Ring på 12 34 56 78", "Stem på os");

        Judge(Reading(), post: post).Reasons.Select(reason => reason.Rule).ShouldBe(["topic:politics", "phone-number"]);
    }

    [Fact]
    public void The_same_reason_is_given_once()
    {
        var post = Post("Stem på os", "", "Stem på os", "Stem på os");

        Judge(Reading(), post: post).Reasons.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_CPR_number_holds_without_being_repeated_in_the_message()
    {
        var reason = Held(Judge(Reading(), title: "Mød Ida, 010190-1234"));

        reason.ShouldBe(new ToneReason("cpr-number", "“010190…” looks like a CPR number.", "010190-1234"));
        IsHeld(Judge(Reading(), new() { HoldCprNumbers = false }, "Mød Ida, 010190-1234")).ShouldBeFalse();
    }

    [Fact]
    public void A_telephone_number_holds_unless_it_is_allowed()
    {
        Held(Judge(Reading(), title: "Ring 12 34 56 78")).Quote.ShouldBe("12 34 56 78");
        IsHeld(Judge(Reading(), new() { HoldPhoneNumbers = false }, "Ring 12 34 56 78")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("VI BYGGER en fabrik", false)]
    [InlineData("VI BYGGER EN fabrik", true)]
    [InlineData("EU OG NATO", false)]
    [InlineData("ABCDEFGHIJK", false)]
    [InlineData("ABCDEFGHIJKL", true)]
    public void Shouting_holds(string title, bool held)
    {
        var verdict = Judge(Reading(), title: title);

        IsHeld(verdict).ShouldBe(held);
        verdict.Reasons.ShouldAllBe(reason => reason.Rule == "shouting" && reason.Quote == title);
    }

    private static ToneVerdict Judge(
        ToneReading reading,
        TonePolicyOptions? options = null,
        string title = "Ny fabrik i Odense",
        Advocacy.Content.Post? post = null
    ) => new TonePolicy(Options.Create(options ?? new())).Judge(post ?? Post(title), reading);

    private static bool IsHeld(ToneVerdict verdict) => verdict.Outcome == ToneOutcome.Held;

    private static ToneReason Held(ToneVerdict verdict)
    {
        verdict.Outcome.ShouldBe(ToneOutcome.Held);
        return verdict.Reasons.ShouldHaveSingleItem();
    }
}
