using Advocacy.Tone;

namespace Advocacy.Tests.Tone;

public sealed class PersonalAddressesTests
{
    [Theory]
    [InlineData("Skriv til ida.holm@nordlys.dk.", "ida.holm@nordlys.dk")]
    [InlineData("(IH+job@mail.nordlys.co.uk)", "IH+job@mail.nordlys.co.uk")]
    [InlineData("information@nordlys.dk", "information@nordlys.dk")]
    public void A_persons_email_address_is_found(string text, string address) =>
        PersonalAddresses.Email(text).Select(found => found.Text).ShouldBe([address]);

    [Theory]
    [InlineData("info@nordlys.dk")]
    [InlineData("Presse@nordlys.dk")]
    [InlineData("no-reply@nordlys.dk")]
    [InlineData("Følg @nordlys på X")]
    [InlineData("2 stk. @ 10 kr.")]
    public void Mailboxes_of_a_role_and_mentions_pass(string text) => PersonalAddresses.Email(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Lasse bor på Nørrevænget 12 i Odense", "Nørrevænget 12")]
    [InlineData("Min adresse er Store Kongensgade 7B", "Store Kongensgade 7B")]
    [InlineData("Mød os hos Ida, Vestergade 12, 3. tv.", "Vestergade 12, 3. tv")]
    [InlineData("Hun har boet i Jagtvej 5, st. th i ti år", "Jagtvej 5, st. th")]
    [InlineData("Tom lives at 12 Orchard Road", "12 Orchard Road")]
    [InlineData("My address is 7 High Street", "7 High Street")]
    [InlineData("Send it to flat 4, 19 Mill Lane", "flat 4, 19 Mill Lane")]
    public void A_home_is_found(string text, string address) =>
        PersonalAddresses.Home(text).Select(found => found.Text).ShouldBe([address]);

    [Theory]
    [InlineData("Vores kontor er flyttet til Vestergade 12")]
    [InlineData("Visit us at 12 Orchard Road")]
    [InlineData("I Danmark bor der 6 millioner")]
    [InlineData("Fabrikken ligger på Industrivej 5, 2. sal")]
    [InlineData("Our values live in 40 Nordic companies")]
    public void A_companys_street_is_no_secret(string text) => PersonalAddresses.Home(text).ShouldBeEmpty();
}
