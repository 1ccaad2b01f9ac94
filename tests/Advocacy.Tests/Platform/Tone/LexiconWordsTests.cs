using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>Which word forms are known: bent, put together, and those that only look like others.</summary>
public sealed class LexiconWordsTests
{
    private static readonly LexiconTable Danish = LexiconTable.Load("da");
    private static readonly LexiconTable English = LexiconTable.Load("en");

    [Theory]
    // Adjectives
    [InlineData("flot flotte flottere flottest flotteste", 1)]
    [InlineData("glad glade gladere", 1)]
    [InlineData("sikker sikre sikrere", 1)]
    [InlineData("begejstret begejstrede", 1)]
    [InlineData("sulten sultent sultne", -1)]
    [InlineData("grim grimt grimme grimmere grimmest", -1)]
    [InlineData("elendig elendigt elendige", -1)]
    // Verbs
    [InlineData("forbedre forbedrer forbedrede forbedret forbedres forbedring forbedringer forbedringerne", 1)]
    [InlineData("hygge hygger hyggede hygget", 1)]
    [InlineData("svigte svigter svigtede svigtet", -1)]
    [InlineData("skuffe skuffer skuffede skuffelse skuffelsen skuffelser", -1)]
    [InlineData("forringe forringer forringelse forringelserne", -1)]
    // Nouns
    [InlineData("succes succesen succeser succeserne", 1)]
    [InlineData("gevinst gevinsten gevinster gevinsterne gevinsternes", 1)]
    [InlineData("mangel manglen mangler", -1)]
    [InlineData("ulykke ulykken ulykker ulykkerne", -1)]
    public void Danish_words_bend(string forms, int sign) =>
        forms.Split(' ').ShouldAllBe(form => Math.Sign(Weight(Danish, form)) == sign);

    [Theory]
    [InlineData("happy happily happier happiest happiness", 1)]
    [InlineData("nice nicer nicest nicely", 1)]
    [InlineData("fantastic fantastically", 1)]
    [InlineData("reliable reliably", 1)]
    [InlineData("improve improves improved improving improvement improvements", 1)]
    [InlineData("win wins winning won winner winners", 1)]
    [InlineData("celebrate celebrated celebrating celebration celebrations", 1)]
    [InlineData("worry worries worried worrying", -1)]
    [InlineData("fail fails failed failing failure failures", -1)]
    [InlineData("crisis scandal scandals tragedy tragedies", -1)]
    [InlineData("sad sadder saddest sadly sadness", -1)]
    public void English_words_bend(string forms, int sign) =>
        forms.Split(' ').ShouldAllBe(form => Math.Sign(Weight(English, form)) == sign);

    [Theory]
    [InlineData("rekordresultat", 1)]
    [InlineData("rekordregnskab", 1)]
    [InlineData("kæmpesucces", 1)]
    [InlineData("publikumssucces", 1)]
    [InlineData("fyringsrunde", -1)]
    [InlineData("fyringsrunderne", -1)]
    [InlineData("bankkrise", -1)]
    [InlineData("kvalitetsproblemer", -1)]
    [InlineData("leveringsproblemet", -1)]
    [InlineData("togulykken", -1)]
    // Taking away turns
    [InlineData("problemfrit", 1)]
    [InlineData("skandalefri", 1)]
    [InlineData("glædesløs", -1)]
    [InlineData("usympatisk", -1)]
    [InlineData("ubegavet", -1)]
    public void Danish_compounds_are_understood(string word, int sign) =>
        Math.Sign(Weight(Danish, word)).ShouldBe(sign);

    [Fact]
    public void A_compound_weighs_less_than_its_part() =>
        Math.Abs(Weight(Danish, "bankkrise")).ShouldBeLessThan(Math.Abs(Weight(Danish, "krise")));

    [Theory]
    [InlineData("tilfælde tilfældet")]
    [InlineData("fredag fredagsmøde")]
    [InlineData("kræftforskning kræftpatient")]
    [InlineData("begynder nuværende landskab selskab")]
    [InlineData("gods love pris værk værker kyst")]
    [InlineData("skyldes består ringer gælder tyve kræfterne")]
    [InlineData("sikkerhedsbælte sundhedsstyrelsen opgave klagemulighed")]
    [InlineData("brand brandvæsen skadestue sygehus")]
    public void Danish_words_that_only_look_like_others_say_nothing(string words) =>
        words.Split(' ').ShouldAllBe(word => Weight(Danish, word) == 0);

    [Theory]
    [InlineData("goods novel deadline healthcare")]
    [InlineData("winger patience resort means")]
    public void English_words_that_only_look_like_others_say_nothing(string words) =>
        words.Split(' ').ShouldAllBe(word => Weight(English, word) == 0);

    private static float Weight(LexiconTable table, string word) =>
        table.TryFind(word, out var entry) ? entry.Weight
        : table.IsDanish ? LexiconCompounds.WeightOf(word, table)
        : 0;
}
