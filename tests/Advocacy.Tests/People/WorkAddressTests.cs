using Advocacy.People;

namespace Advocacy.Tests.People;

public sealed class WorkAddressTests
{
    [Theory]
    [InlineData("anne@nordlys.example", "anne@nordlys.example")]
    [InlineData("  Anne.Holm+x@Nordlys.EXAMPLE ", "Anne.Holm+x@nordlys.example")]
    [InlineData("o'neill_1@mail.nordlys.example", "o'neill_1@mail.nordlys.example")]
    [InlineData("bo@rødgrød.example", "bo@xn--rdgrd-vuad.example")]
    public void A_bare_address_is_taken_and_written_in_one_way(string text, string expected)
    {
        WorkAddress.TryParse(text, out var address, out _).ShouldBeTrue();
        address.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("anne", "has no @")]
    [InlineData("anne@b@c.example", "has more than one @")]
    [InlineData("@nordlys.example", "has nothing before the @")]
    [InlineData("anne@nordlys", "has no dot after the @")]
    [InlineData("anne@", "has no dot after the @")]
    [InlineData("anne@.example", "has a domain that cannot be")]
    [InlineData("anne@nordlys..example", "has a domain that cannot be")]
    [InlineData("anne@nordlys.example.", "has a domain that cannot be")]
    [InlineData("anne@nord_lys.example", "has a domain that cannot be")]
    [InlineData("anne@-nordlys.example", "has a domain that cannot be")]
    [InlineData("anne@10.0.0.1", "has a domain that cannot be")]
    [InlineData("anne@[10.0.0.1]", "is more than a bare address such as name@company.dk")]
    [InlineData("Anne <anne@nordlys.example>", "is more than a bare address such as name@company.dk")]
    [InlineData("\"anne\"@nordlys.example", "is more than a bare address such as name@company.dk")]
    [InlineData("anne@nordlys.example, bo@nordlys.example", "is more than a bare address such as name@company.dk")]
    [InlineData("mailto:anne@nordlys.example", "is more than a bare address such as name@company.dk")]
    [InlineData("anne holm@nordlys.example", "has white space inside")]
    [InlineData("anne@nordlys.example\r\nBcc", "has white space inside")]
    [InlineData(".anne@nordlys.example", "has a dot too many before the @")]
    [InlineData("anne.@nordlys.example", "has a dot too many before the @")]
    [InlineData("an..ne@nordlys.example", "has a dot too many before the @")]
    [InlineData("søren@nordlys.example", "has a character before the @ that mail servers do not take")]
    public void Anything_else_is_refused_with_the_reason(string? text, string reason)
    {
        WorkAddress.TryParse(text, out var address, out var problem).ShouldBeFalse();
        address.ShouldBeNull();
        problem.ShouldBe(reason);
    }

    [Fact]
    public void Lengths_end_where_the_standard_ends_them()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 62), 3)) + ".e";
        var longest = new string('a', WorkAddress.Longest - domain.Length - 1) + "@" + domain;

        WorkAddress.TryParse(longest, out _, out _).ShouldBeTrue();
        WorkAddress.TryParse(longest + "x", out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("is longer than 254 characters");
        WorkAddress.TryParse(new string('a', 65) + "@nordlys.example", out _, out problem).ShouldBeFalse();
        problem.ShouldBe("has more than 64 characters before the @");
    }
}
