using Advocacy.Tone;

namespace Advocacy.Tests.Tone;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("Ida, 010190-1234.", "010190-1234")]
    [InlineData("CPR 3112991234", "3112991234")]
    [InlineData("CPR 311299 1234", "311299 1234")]
    // 29 February in a leap year of the century that the seventh digit tells
    [InlineData("290200-4007", "290200-4007")]
    // Alone it must meet the check digit
    [InlineData("Se 0707614285 her", "0707614285")]
    public void A_CPR_number_is_found(string text, string number) =>
        PersonalNumbers.Cpr(text).Select(found => found.Text).ShouldBe([number]);

    [Theory]
    [InlineData("Ordre 3212991234")]
    [InlineData("Ordre 0113991234")]
    [InlineData("Ordre 90101901234")]
    [InlineData("Ordre 0707614286")]
    [InlineData("300290-1234")]
    [InlineData("310490-1234")]
    [InlineData("290201-4007")]
    [InlineData("Den 01-01-1990")]
    [InlineData("CVR 12345678")]
    [InlineData("EAN 5790000010190")]
    public void Other_numbers_are_no_CPR_numbers(string text) => PersonalNumbers.Cpr(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Ring +45 12 34 56 78 nu", "+45 12 34 56 78")]
    [InlineData("Ring +4512345678.", "+4512345678")]
    [InlineData("0045 12345678", "0045 12345678")]
    [InlineData("+1 202-555-0123", "+1 202-555-0123")]
    [InlineData("12 34 56 78", "12 34 56 78")]
    [InlineData("Tlf.: 12345678", "12345678")]
    [InlineData("Phone 1234 5678", "1234 5678")]
    public void A_telephone_number_is_found(string text, string number) =>
        PersonalNumbers.Phone(text).Select(found => found.Text).ShouldBe([number]);

    [Theory]
    [InlineData("Fra 2012 2013 og frem")]
    [InlineData("CVR 12345678")]
    [InlineData("12 000 000 kr.")]
    [InlineData("Den 28.05.2012")]
    [InlineData("12 34 56 78 90")]
    [InlineData("ISO 9001 og 14001")]
    public void Other_numbers_are_no_telephone_numbers(string text) => PersonalNumbers.Phone(text).ShouldBeEmpty();
}
