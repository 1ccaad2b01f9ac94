using Advocacy.Local.Weeks;

namespace Advocacy.Tests.Local;

public sealed class CompanyNameTests
{
    [Theory]
    [InlineData("acme.dk", "Acme")]
    [InlineData("mail.acme.dk", "Acme")]
    [InlineData("acme.co.uk", "Acme")]
    [InlineData("co.uk", "Co")]
    [InlineData("acme.com", "Acme")]
    [InlineData("localhost", "Localhost")]
    public void Without_a_company_folder_the_name_comes_from_the_peoples_addresses(string domain, string name) =>
        CompanyLoader.NameOf(domain).ShouldBe(name);
}
