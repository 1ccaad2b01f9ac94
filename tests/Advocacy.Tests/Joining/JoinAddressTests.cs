using Advocacy.Joining;
using Advocacy.Platform;

namespace Advocacy.Tests.Joining;

public sealed class JoinAddressTests
{
    private static readonly string[] s_domains = ["acme.example", "Bücher.example", "xn--smrrebrd-64af.example"];

    [Theory]
    // Case and white space round it.
    [InlineData("ida@acme.example", "ida@acme.example")]
    [InlineData("  Ida.Holm@ACME.Example ", "Ida.Holm@acme.example")]
    // An IDN domain is the same however it is written, here and in the settings.
    [InlineData("ida@bücher.example", "ida@xn--bcher-kva.example")]
    [InlineData("ida@xn--bcher-kva.example", "ida@xn--bcher-kva.example")]
    [InlineData("ida@BÜCHER.example", "ida@xn--bcher-kva.example")]
    [InlineData("ida@smørrebrød.example", "ida@xn--smrrebrd-64af.example")]
    public void A_work_address_is_taken_and_written_in_one_way(string text, string address)
    {
        JoinAddress.Check(text, s_domains, out var checkedAddress).ShouldBeNull();
        checkedAddress.ShouldBe(address);
    }

    [Theory]
    // Nothing that could end a header, name a second mailbox or be read as another address.
    [InlineData("", AddressFault.Malformed)]
    [InlineData("ida", AddressFault.Malformed)]
    [InlineData("ida@acme.example\r\nBcc: all@acme.example", AddressFault.Malformed)]
    [InlineData("ida@acme.example\nX: y", AddressFault.Malformed)]
    [InlineData("ida@acme.example,eva@acme.example", AddressFault.Malformed)]
    [InlineData("ida@acme.example eva@acme.example", AddressFault.Malformed)]
    [InlineData("Ida <ida@acme.example>", AddressFault.Malformed)]
    [InlineData("\"ida\"@acme.example", AddressFault.Malformed)]
    [InlineData("ida@evil.example@acme.example", AddressFault.Malformed)]
    [InlineData("ida%00@acme.example\0", AddressFault.Malformed)]
    [InlineData("ïda@acme.example", AddressFault.Malformed)]
    // The same mailbox under another name.
    [InlineData("ida+1@acme.example", AddressFault.Tagged)]
    [InlineData("+@acme.example", AddressFault.Tagged)]
    // Only these domains, not what only looks or ends like them.
    [InlineData("ida@evil.example", AddressFault.Foreign)]
    [InlineData("ida+1@evil.example", AddressFault.Foreign)]
    [InlineData("ida@mail.acme.example", AddressFault.Foreign)]
    [InlineData("ida@evilacme.example", AddressFault.Foreign)]
    [InlineData("ida@acme.example.evil.example", AddressFault.Foreign)]
    // A Cyrillic a.
    [InlineData("ida@аcme.example", AddressFault.Foreign)]
    public void Anything_else_is_refused_with_what_is_wrong(string text, AddressFault fault)
    {
        JoinAddress.Check(text, s_domains, out var address).ShouldBe(fault);
        address.ShouldBe("");
    }

    private static readonly string[] s_spellings =
    [
        "ida@bücher.example",
        "IDA@xn--bcher-kva.example",
        " Ida@BÜCHER.example",
    ];

    [Fact]
    public void However_it_is_typed_it_is_the_same_person()
    {
        var pseudonyms = new Pseudonyms(new Secrets([new byte[32]], new byte[32]));

        s_spellings
            .Select(text =>
            {
                JoinAddress.Check(text, s_domains, out var address).ShouldBeNull();
                return pseudonyms.OfAddress(address);
            })
            .Distinct()
            .ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("https://acme.example")]
    [InlineData("@acme.example")]
    [InlineData("acme")]
    public void A_setting_that_is_no_domain_is_named(string domain)
    {
        var options = new JoinOptions { Domains = { domain } };

        options
            .Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options))
            .ShouldHaveSingleItem()
            .ErrorMessage!.ShouldContain($"'{domain}'");
    }
}
