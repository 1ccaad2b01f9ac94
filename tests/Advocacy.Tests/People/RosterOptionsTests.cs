using System.ComponentModel.DataAnnotations;
using Advocacy.People;

namespace Advocacy.Tests.People;

public sealed class RosterOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Problems(new RosterOptions()).ShouldBeEmpty();

    [Fact]
    public void A_default_zone_that_is_none_is_named() =>
        Problems(new RosterOptions { DefaultTimeZone = "Danmark" })
            .ShouldHaveSingleItem()
            .ErrorMessage.ShouldBe(
                "DefaultTimeZone is 'Danmark', which is no IANA time zone; an example is Europe/Copenhagen."
            );

    [Fact]
    public void A_default_language_without_texts_is_refused() =>
        Problems(new RosterOptions { DefaultLanguage = "fr" }).ShouldHaveSingleItem();

    [Theory]
    [InlineData(0)]
    [InlineData(513)]
    public void Nothing_or_too_much_at_once_is_refused(int outstanding) =>
        Problems(new RosterOptions { Outstanding = outstanding }).ShouldHaveSingleItem();

    private static List<ValidationResult> Problems(RosterOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems;
    }
}
