using System.Globalization;
using Advocacy.Platform.Tone;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Platform.Tone;

public sealed class LanguagePartsTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void White_space_has_no_parts(string text) => LanguageParts.Of(text, danish: false).ShouldBeEmpty();

    [Fact]
    public void A_text_within_the_limit_is_one_part_without_the_white_space_around_it() =>
        LanguageParts.Of("  One. Two.\n", danish: false).ShouldBe(["One. Two."]);

    [Theory]
    [InlineData(5_120, 1)]
    [InlineData(5_121, 2)]
    public void The_limit_counts_text_elements(int elements, int parts) =>
        LanguageParts.Of(string.Concat(Enumerable.Repeat("👍🏽", elements)), danish: false).Count().ShouldBe(parts);

    [Fact]
    public void A_cut_is_where_a_sentence_ends_in_the_texts_own_language()
    {
        var before = string.Concat(Enumerable.Repeat("Vi er her. ", 460)).TrimEnd();
        // In Danish "den 19. Juni" is no end.
        var last = $"Festen er den 19. Juni i {new string('x', 100)}.";

        LanguageParts.Of($"{before} {last}", danish: true).ShouldBe([before, last]);
        LanguageParts.Of($"{before} {last}", danish: false).First().ShouldBe($"{before} Festen er den 19.");
    }

    [Fact]
    public void A_sentence_without_end_is_cut_between_text_elements()
    {
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 6_000));

        var parts = LanguageParts.Of(text, danish: false).ToList();

        parts.ShouldAllBe(part => part.Length % "👨‍👩‍👧‍👦".Length == 0);
        string.Concat(parts).ShouldBe(text);
    }

    [Theory]
    [InlineData("a", '\u0301')]
    [InlineData("", '\ud83d')]
    [InlineData("", '.')]
    public void One_endless_text_element_is_cut_all_the_same(string start, char repeated)
    {
        var text = start + new string(repeated, 400_000);

        var parts = LanguageParts.Of(text, danish: false).ToList();

        string.Concat(parts).ShouldBe(text);
        parts.ShouldAllBe(part => part.Length <= 150_000 && new StringInfo(part).LengthInTextElements <= 5_120);
    }

    [Fact]
    public void Any_text_is_cut_into_parts_that_the_service_takes_and_none_of_it_is_lost()
    {
        var pieces = Gen.Elements(
            "a",
            "Æ",
            "👨‍👩‍👧‍👦",
            "e\u0301\u0323",
            "🇩🇰",
            "\ud83d",
            ". ",
            "! ",
            " ",
            "\n\n",
            "kl. ",
            "word ",
            "\u200d"
        );
        var texts =
            from size in Gen.Choose(0, 12_000)
            from parts in pieces.ArrayOf(Math.Min(size, 400))
            select string.Concat(
                Enumerable.Repeat(string.Concat(parts), parts.Length == 0 ? 0 : 1 + size / parts.Length)
            );

        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var parts = LanguageParts.Of(text, danish: true).ToList();
                    return Bare(string.Concat(parts)) == Bare(text)
                        && parts.All(part => part.Length > 0 && new StringInfo(part).LengthInTextElements <= 5_120)
                        && parts.All(part => part.Trim().Length == part.Length);
                }
            )
            .QuickCheckThrowOnFailure();

        static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}
