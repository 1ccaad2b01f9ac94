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
        var reason = Held(Judge(Reading(error: "The service is puzzled.")));

        reason.Rule.ShouldBe("not-judged");
        reason.In("en").ShouldBe("The tone could not be judged. The service is puzzled.");
        reason.In("da").ShouldBe("Tonen kunne ikke bedømmes. The service is puzzled.");
        reason.Quote.ShouldBeNull();
        reason.WayOut.ShouldBe("read-yourself");
    }

    [Fact]
    public void A_language_that_is_not_understood_is_named_in_the_readers_words()
    {
        var reading = PostTone.Merge([NotJudged.Language("test/1", "fi"), NotJudged.Language("test/1", "pl")]);

        var verdict = Judge(reading);

        verdict.Reasons.ShouldAllBe(reason => reason.Rule == "language" && reason.WayOut == "choose-language");
        verdict
            .Messages("da")
            .ShouldBe([
                "Tonen kunne ikke bedømmes: sproget ”fi” forstås ikke.",
                "Tonen kunne ikke bedømmes: sproget ”pl” forstås ikke.",
            ]);
    }

    [Fact]
    public void A_text_that_is_not_in_the_language_that_it_names_holds()
    {
        var post = Post("Wir freuen uns auf die neue Fabrik und unsere Kollegen");

        Held(Judge(Reading(), post: post)).Rule.ShouldBe("language");
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
        var post = Post("Ny fabrik", "Vi bygger. Det går galt.", "Kom nu!");

        var reason = Held(
            Judge(Reading(sentences: new SentenceTone("Det går galt.", Sentiment.Negative, 0.811)), post: post)
        );

        reason.ShouldBe(
            new ToneReason("negative-sentence", "Negative sentence: “Det går galt.” (0.81)", "Det går galt.")
            {
                MessageDa = "Negativ sætning: ”Det går galt.” (0,81)",
                Field = "summary",
                Offset = 11,
                Length = 13,
                WayOut = "rewrite",
            }
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

        Judge(Reading(), post: post)
            .Reasons.Select(reason => (reason.Rule, reason.Field, reason.Offset))
            .ShouldBe([("phone-number", "summary", 8), ("topic:politics", "t0", 0)]);
    }

    [Fact]
    public void The_same_reason_is_told_once_and_marked_in_every_text()
    {
        var post = Post("Stem på os", "", "Stem på os", "Nu: stem på os");

        var verdict = Judge(Reading(), post: post);

        verdict.Reasons.Select(reason => (reason.Field, reason.Offset)).ShouldBe([("title", 0), ("t0", 0), ("t1", 4)]);
        Judge(Reading(), post: post with { ShareTexts = [post.ShareTexts[0]] })
            .Messages("da")
            .ShouldBe(["Nævner ”Stem på”: Medarbejdere bliver ikke bedt om at dele politik."]);
    }

    [Fact]
    public void A_CPR_number_holds_without_being_repeated_in_the_message()
    {
        var reason = Held(Judge(Reading(), title: "Mød Ida, 010190-1234"));

        reason.Rule.ShouldBe("cpr-number");
        reason.Quote.ShouldBe("010190-1234");
        reason.In("en").ShouldBe("“010190…” looks like a CPR number.");
        reason.In("da").ShouldBe("”010190…” ligner et CPR-nummer.");
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

    [Theory]
    [InlineData("Vi fejrer det!", true)]
    [InlineData("Vi fejrer det!!", true)]
    [InlineData("Vi fejrer det!!!", false)]
    [InlineData("Hvad?!!!", false)]
    [InlineData("Kom TIL DEN STORE FEST i gården hos naboerne", false)]
    [InlineData("Vi besøger NOVO NORDISK FONDEN i dag sammen", true)]
    public void Loud_marks_and_words_hold(string title, bool ready) =>
        IsHeld(Judge(Reading(), title: title)).ShouldBe(!ready);

    [Theory]
    [InlineData("Skriv til ida.holm@nordlys.dk", "email-address", "ida.holm@nordlys.dk")]
    [InlineData("Ida bor på Nørrevænget 12", "private-address", "Nørrevænget 12")]
    public void Addresses_of_people_hold(string title, string rule, string quote)
    {
        var reason = Held(Judge(Reading(), title: title));

        reason.Rule.ShouldBe(rule);
        reason.Quote.ShouldBe(quote);
        reason.WayOut.ShouldBe("remove-personal");
        IsHeld(Judge(Reading(), new() { HoldEmailAddresses = false, HoldPrivateAddresses = false }, title))
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData("Få 20 % med rabatkode NORD", "mark-advertising")]
    [InlineData("Reklame: se vores nye pumpe", "mark-advertising")]
    [InlineData("Se vores nye pumpe #annonce", "mark-advertising")]
    [InlineData("Order now", "mark-advertising")]
    [InlineData("Min ærlige mening, ikke sponsoreret", "show-employment")]
    [InlineData("I don't work for them, but look at this", "show-employment")]
    public void Advertising_that_is_not_marked_and_denials_hold(string text, string wayOut)
    {
        var post = Post("Ny pumpe", "", text);

        var reason = Held(Judge(Reading(), post: post));

        reason.Rule.ShouldBe("disclosure");
        reason.Field.ShouldBe("t0");
        reason.WayOut.ShouldBe(wayOut);
        IsHeld(Judge(Reading(), post: post with { Commercial = true })).ShouldBe(wayOut == "show-employment");
        IsHeld(Judge(Reading(), new() { HoldMissingDisclosure = false }, post: post)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Reklame virker, viser ny undersøgelse")]
    [InlineData("Vi tilbyder nye kurser")]
    [InlineData("Jeg arbejder hos Nordlys, og vi har bygget en pumpe")]
    public void What_is_no_advertising_passes(string title) => IsHeld(Judge(Reading(), title: title)).ShouldBeFalse();

    [Fact]
    public void Every_way_out_has_words_in_both_languages()
    {
        foreach (var wayOut in WaysOut.All)
        {
            WaysOut.Text(wayOut, "da").ShouldNotBe(WaysOut.Text(wayOut, "en"));
        }
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
